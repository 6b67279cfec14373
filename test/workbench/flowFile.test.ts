import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('In a flow file', () => {
  it('names stand behind Reference IDs, and what is pasted or dragged replaces a whole one', async () => {
    const workbench = await openWorkbench({ folder: 'test/fixtures/host/connections' });
    await workbench.activityBar('Flow Connections');
    await workbench.openFile('Main en-US chart.json', 'chart.json');
    await namesReferenceIds(workbench);
    await takesAConnectionFromTheView(workbench);
    await renamesAll(workbench);
  });

  it('the lightbulb fixes a wrong choice, a node is inserted, a Connection made for it on the way, and a Git diff names it on both sides', async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    const form = new ConnectionFormActions(workbench);
    const row = (content: string) =>
      workbench.quickInput.locator('.monaco-list-row', { hasText: content }).first();
    await workbench.openFile('Main chart.json', 'chart.json');
    await fixesAWrongChoice(workbench);
    await hasAMenu(workbench);
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('Escalation chart.json', 'chart.json');
    await workbench.goToText('"Tell the team"');
    await workbench.runCommand('Flow Connections: Insert Node…');
    await row('Say').waitFor();
    await workbench.screenshot('insert-1-nodes');
    await workbench.quickPick('httpRequest', 'HTTP Request');
    await workbench.line('"HTTP Request"').waitFor();
    await workbench.runCommand('Flow Connections: Choose Connection for Node…');
    await row('Basic Auth').waitFor();
    await workbench.screenshot('insert-2-authentication');
    await workbench.quickPick('Basic', 'Basic Auth');
    await row('New Connection…').waitFor();
    await workbench.quickPick('New', 'New Connection…');
    await workbench.tab('New Connection · Basic Auth').waitFor();
    await form.input('Name, required').fill('Story');
    await form.save();
    await workbench.tab('chart.json').click();
    await workbench.line('Story · temporary').waitFor();
    await workbench.press('ControlOrMeta+S');
    await page.locator('.tab.active:not(.dirty)', { hasText: 'chart.json' }).waitFor();

    const chart = workbench.file('agent/flows/Escalation/en-US/chart.json');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: workbench.file() });
    await workbench.runCommand('View: Close All Editors');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'before');
    const text = readFileSync(chart, 'utf8');
    writeFileSync(chart, text.replace('"label": "HTTP Request"', '"label": "Create a ticket"'));
    await workbench.openFile('Escalation chart.json', 'chart.json');
    // Git has seen the change.
    await workbench.status('main*').first().waitFor();
    await workbench.runCommand('Git: Open Changes');
    for (const side of ['original', 'modified']) {
      const names = page.locator(`.editor.${side} .view-line`, { hasText: 'Story · temporary' });
      await names.first().waitFor();
    }
    await workbench.screenshot('insert-3-diff');
  });
});

/** It is marked as it is typed. */
async function fixesAWrongChoice(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const text = () => readFileSync(workbench.file('agent/flows/Main/en-US/chart.json'), 'utf8');
  const original = text();
  await workbench.goToText('"type": "GET');
  // To the end of what was found.
  await workbench.press('ArrowRight');
  for (const key of ['Backspace', 'Backspace', 'T', 'E', 'Escape']) await workbench.press(key);
  await page.locator('.squiggly-warning').first().waitFor();
  await workbench.press('ControlOrMeta+.');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Change to "GET"' }).waitFor();
  await workbench.screenshot('fix-1-menu');
  // The best one has the focus.
  await workbench.press('Enter');
  // Not by the text: another node has the same line.
  await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  await workbench.press('ControlOrMeta+S');
  await page.locator('.tab.active:not(.dirty)', { hasText: 'chart.json' }).waitFor();
  assert.equal(text(), original);
}

async function hasAMenu(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const submenu = page.getByRole('menuitem', { name: 'Flow Connections', exact: true });
  await workbench.goToText('"type": "httpRequest"');
  await workbench.press('Shift+F10');
  await submenu.hover();
  await page.getByRole('menuitem', { name: 'Choose Connection…', exact: true }).waitFor();
  await workbench.screenshot('fix-2-submenu');
  const entries = await page.locator('.monaco-submenu .action-label').allInnerTexts();
  assert.deepEqual(
    entries.filter((entry) => entry.trim() !== ''),
    [
      'Choose Connection…',
      'Edit Connection',
      'Copy Reference ID',
      'Show Uses',
      'Edit in Its Own Editor',
      'Insert Node…',
    ],
  );
  // First the submenu, then the menu.
  await workbench.until(page.locator('body', { hasNot: submenu }), () => workbench.press('Escape'));
}

async function namesReferenceIds(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.goToText('a2582db9');
  await workbench.line('ServiceNow').waitFor();
  await workbench.runCommand('Show or Focus Hover');
  await page.locator('.monaco-hover', { hasText: 'Ticket system' }).waitFor();
  await workbench.screenshot('names-1-hover');
  await workbench.press('Escape');
  await workbench.runCommand('Flow Connections: Copy Reference ID');
  await workbench.status('Copied a2582db9-2bd7-4a35-94a3-fbbade0a581d').waitFor();
  await workbench.goToText('b2582db9');
  await workbench.line('not registered').waitFor();
  await workbench.press('ArrowRight');
  await workbench.press('ControlOrMeta+V');
  await workbench.line('not registered').waitFor({ state: 'detached' });
  await workbench.line('b2582db9').waitFor({ state: 'detached' });
  await workbench.line('"a2582db9-2bd7-4a35-94a3-fbbade0a581d"').waitFor();
  await workbench.screenshot('names-2-pasted');
  await workbench.press('ControlOrMeta+Z');
  await workbench.line('not registered').waitFor();
}

async function takesAConnectionFromTheView(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const from = await workbench.connectionItem('Jira').boundingBox();
  const to = await workbench.line('b2582db9').getByText('b2582db9').last().boundingBox();
  assert.ok(from && to);
  await page.mouse.move(from.x + 60, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 30, to.y + 8, { steps: 8 });
  await page.keyboard.down('Shift');
  await page.mouse.move(to.x + 31, to.y + 9, { steps: 4 });
  await workbench.screenshot('names-4-dragging');
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await workbench.line('"basicConnection": "e2582db9-2bd7-4a35-94a3-fbbade0a581d"').waitFor();
}

async function renamesAll(workbench: Workbench): Promise<void> {
  await workbench.goToText('a2582db9');
  await workbench.press('F2');
  // Once it has the focus: until then VS Code selects a part of what is in it, and a text would replace that alone.
  const input = workbench.page.locator('.rename-box input:focus');
  await input.waitFor();
  assert.equal(await input.inputValue(), 'ServiceNow');
  await input.fill('Draft');
  await workbench.screenshot('names-3-rename');
  await workbench.press('Enter');
  await workbench.line('Draft · temporary').waitFor();
}
