import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { useSampleWorkbench } from '../support/sampleWorkbench';

describe('From a node to a Connection and back', () => {
  const sample = useSampleWorkbench();
  const chart = () => sample.file('agent', 'flows', 'Escalation', 'en-US', 'chart.json');
  const line = (content: string): Locator =>
    sample.workbench.page.locator('.editor-instance .view-line', { hasText: content }).first();
  const row = (content: string): Locator =>
    sample.workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: content }).first();
  const item = (name: string) => sample.workbench.connectionItem(name);
  const problems = (node: string): Locator =>
    sample.workbench.page.locator('.markers-panel .monaco-list-row', { hasText: node });
  const { press, goToText } = sample;

  it('an HTTP Request is inserted, and a Connection made for it on the way', async () => {
    const { workbench } = sample;
    await workbench.activityBar('Flow Connections');
    await item('Not Registered').waitFor();
    await workbench.openFile('Escalation chart.json', 'chart.json');
    await goToText('"Tell the team"');
    await workbench.runCommand('Flow Connections: Insert Node…');
    await row('Say').waitFor();
    await workbench.quickPick('httpRequest', 'HTTP Request');
    await line('"HTTP Request"').waitFor();
    await workbench.runCommand('Flow Connections: Choose Connection for Node…');
    await row('Basic Auth').waitFor();
    await workbench.screenshot('story-1-authentication');
    await workbench.quickPick('Basic', 'Basic Auth');
    await row('New Connection…').waitFor();
    await workbench.quickPick('New', 'New Connection…');
    const form = new ConnectionFormActions(workbench);
    await form.tab('New Connection · Basic Auth').waitFor();
    await form.input('Name, required').fill('Story');
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill('story-pw');
    await form.save('Story · Basic Auth');
    await item('Story').waitFor();
    await workbench.screenshot('story-2-in-the-view');
    await form.tab('chart.json').click();
    await line('Story · temporary').waitFor();
  });

  it('its Reference ID is copied in the view and pasted over that of another node', async () => {
    const { workbench } = sample;
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.pickFromMenu(item('Story'), 'Copy Reference ID');
    await workbench.page.locator('.statusbar').getByText('Copied').waitFor();
    const id = await workbench.readClipboard();
    const form = new ConnectionFormActions(workbench);
    await form.tab('chart.json').click();
    await goToText('3ee0eb96');
    await press('ArrowRight');
    await press('ControlOrMeta+V');
    // A paste comes into the text a moment later; a save before it would be without it.
    await line(`"basicConnection": "${id}"`).waitFor();
    await workbench.screenshot('story-3-pasted');
    await press('ControlOrMeta+S');
    while (readFileSync(chart(), 'utf8').split(id).length < 3) await workbench.page.waitForTimeout(50);
  });

  it('deleted, both nodes are marked; undone, they are not', async () => {
    const { workbench } = sample;
    const dialog = workbench.page.getByRole('dialog');
    const toast = workbench.page.locator('.notifications-toasts');
    await workbench.runCommand('Problems: Focus on Problems View');
    // What was pasted counts a moment later.
    await workbench.page.getByRole('treeitem', { name: /^Story, .* 2 nodes,/ }).waitFor();
    await workbench.pickFromMenu(item('Story'), 'Delete…');
    await dialog.getByText('Delete “Story”?').waitFor();
    await workbench.screenshot('story-4-delete');
    const before = readFileSync(chart(), 'utf8');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await toast.getByText('Deleted “Story”. 2 nodes still name it.').waitFor();
    await item('Story').waitFor({ state: 'detached' });
    await problems('connection-unknown').nth(1).waitFor();
    assert.equal(readFileSync(chart(), 'utf8'), before, 'flow files are left alone');
    await workbench.screenshot('story-5-deleted');
    await toast.getByRole('button', { name: 'Undo' }).click();
    await item('Story').waitFor();
    await problems('connection-temporary').nth(1).waitFor();
    const form = new ConnectionFormActions(workbench);
    await workbench.editConnection('Story', '· 2 nodes, 2 of 2 fields on this machine');
    await form.button('Replace: Password').waitFor();
    assert.equal(await form.input('Username, required').inputValue(), 'bot');
    await workbench.screenshot('story-6-undone');
  });

  it('a Git diff has names on both sides', async () => {
    const { workbench } = sample;
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: sample.file() });
    await workbench.runCommand('View: Close All Editors');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'before');
    const text = readFileSync(chart(), 'utf8');
    writeFileSync(chart(), text.replace('"label": "Create ticket"', '"label": "Create a ticket"'));
    await workbench.runCommand('View: Hide Panel');
    await workbench.openFile('Escalation chart.json', 'chart.json');
    // Git has seen the change.
    await workbench.page.locator('.statusbar').getByText('main*').first().waitFor();
    await workbench.runCommand('Git: Open Changes');
    for (const side of ['original', 'modified']) {
      await workbench.page
        .locator(`.diff-editor .editor.${side} .view-line, .monaco-diff-editor .editor.${side} .view-line`, {
          hasText: 'Story · temporary',
        })
        .first()
        .waitFor();
    }
    await workbench.screenshot('story-7-diff');
  });
});
