import assert from 'node:assert/strict';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { basicAuth, registered } from '../support/registered';
import { openWorkbench } from '../support/workbench';

describe('The Connections view', () => {
  it('registers what flows use by an inline button, and what was wrong of it goes at once @oldest', async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    const form = new ConnectionFormActions(workbench);
    const problems = page.locator('.markers-panel .monaco-list-row', { hasText: 'connection-unknown' });
    await workbench.activityBar('Flow Connections');
    await workbench.item(/^api\.service-now\.com, .*Basic Auth · 3 nodes/).waitFor();
    await workbench.item(/^jira\.example\.com, .*API Key \(Authorization\) · 1 node/).waitFor();
    await workbench.screenshot('view-1-not-registered');
    await workbench.openFile('Escalation chart.json', 'chart.json');
    await workbench.goToText('3ee0eb96');
    await page.locator('.squiggly-hint').first().waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    await page.getByText('No problems have been detected').first().waitFor();

    const item = workbench.connectionItem('api.service-now.com');
    await item.hover();
    await item.getByRole('button', { name: 'Register' }).click();
    await workbench.tab('api.service-now.com · Basic Auth').waitFor();
    await form.text('Used by 3 nodes').waitFor();
    await form.input('Name, required').fill('ServiceNow');
    await form.save();
    await workbench.connectionItem('ServiceNow').waitFor();
    assert.deepEqual(
      workbench.connections().map(({ name, temporary }) => [name, temporary]),
      [['ServiceNow', undefined]],
    );
    // One of the file that is open, and one of a file that is not.
    await problems.nth(1).waitFor();
    await workbench.screenshot('view-2-registered');
    await problems.first().locator('a.monaco-link').click();
    await workbench.line('### connection-unknown').waitFor();
  });

  it('has menus for one and for several, a tooltip with links, and groups', async () => {
    const workbench = await openWorkbench({
      prepare: registered({ name: 'ServiceNow', ...basicAuth }, { name: 'Warehouse', ...basicAuth }),
      // The delay is VS Code's own: here a tooltip is looked at.
      settings: { 'workbench.hover.delay': 300 },
    });
    const { page } = workbench;
    const menu = (label: string) => page.getByRole('menuitem', { name: label, exact: true });
    const item = (name: string) => workbench.connectionItem(name);
    await workbench.activityBar('Flow Connections');
    await item('ServiceNow').hover();
    const hover = page.locator('.monaco-hover').filter({ hasText: 'Reference ID' });
    await hover.getByRole('link', { name: 'Show Uses' }).waitFor();
    await workbench.screenshot('view-3-tooltip');
    await hover.getByRole('link', { name: 'Copy Reference ID' }).click();
    await workbench.status('Copied ').waitFor();
    const [first, second] = workbench.connections().map(({ referenceId }) => referenceId);
    assert.equal(await workbench.readClipboard(), first);

    await item('ServiceNow').click();
    // The editor takes the focus once it is there, and a menu would close.
    await workbench.webview().getByText('Credentials · only on this machine').waitFor();
    await item('Warehouse').click({ modifiers: ['ControlOrMeta'] });
    await item('Warehouse').click({ button: 'right' });
    await menu('Copy Reference IDs').waitFor();
    assert.equal(await menu('Edit').count(), 0, 'only what can be done with several');
    await workbench.screenshot('view-4-several');
    await workbench.chooseFromMenu('Copy Reference IDs');
    await workbench.status('Copied 2 Reference IDs').waitFor();
    assert.equal(await workbench.readClipboard(), `${first}\n${second}`);

    const header = page.locator('.pane-header').filter({ hasText: 'Connections' });
    await header.hover();
    await header.getByLabel('More Actions').click();
    await page.getByRole('menuitem', { name: 'Group By' }).hover();
    await menu('Type').waitFor();
    await workbench.screenshot('view-5-menu');
    await workbench.chooseFromMenu('Type');
    await workbench.item(/^Basic Auth, 2/).waitFor();
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`view-6-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  });

  it('asks before it deletes, says what is left, and Undo in the notification brings all back @oldest', async () => {
    const workbench = await openWorkbench();
    const { dialog, toast, page } = workbench;
    const form = new ConnectionFormActions(workbench);
    const problems = (code: string) => page.locator('.markers-panel .monaco-list-row', { hasText: code });
    await workbench.activityBar('Flow Connections');
    await workbench.pickFromMenu(workbench.connectionItem('api.service-now.com'), 'Register');
    await form.input('Name, required').fill('Story');
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill('story-pw');
    await form.save();
    await workbench.runCommand('Problems: Focus on Problems View');
    const item = workbench.item(/^Story, .*2 of 2 fields on this machine/);
    await item.waitFor();
    const before = workbench.connections();
    await workbench.pickFromMenu(item, 'Delete…');
    await dialog.getByText('Delete “Story”?').waitFor();
    await workbench.screenshot('view-7-delete');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await toast.getByText('Deleted “Story”. 3 nodes still name it.').waitFor();
    await workbench.connectionItem('Story').waitFor({ state: 'detached' });
    await problems('connection-unknown').first().waitFor();
    await workbench.screenshot('view-8-deleted');
    await toast.getByRole('button', { name: 'Undo' }).click();
    await workbench.item(/^Story, .*2 of 2 fields on this machine/).waitFor();
    assert.deepEqual(workbench.connections(), before);
    await problems('connection-unknown').first().waitFor({ state: 'detached' });
  });
});
