import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { eventually } from '../support/eventually';
import { basicAuth, registered } from '../support/registered';
import { wantsScreenshots } from '../support/screenshots';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('The Connections view', () => {
  it('registers what flows use by an inline button, deletes it after a question, and Undo brings it back @oldest', async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    const form = new ConnectionFormActions(workbench);
    const problems = page.locator('.markers-panel .monaco-list-row', { hasText: 'connection-unknown' });
    await workbench.activityBar('Flow Connections');
    await workbench.item(/^api\.service-now\.com, not registered, Basic Auth, 3 nodes/).waitFor();
    await workbench.item(/^jira\.example\.com, not registered, API Key \(Authorization\), 1 node/).waitFor();
    await workbench.screenshot('view-1-not-registered');
    await workbench.openFile('Escalation chart.json', 'chart.json');
    await workbench.goToText('3ee0eb96');
    await page.locator('.squiggly-hint').first().waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    await page.getByText('No problems have been detected').first().waitFor();

    const found = workbench.connectionItem('api.service-now.com');
    await found.hover();
    await found.getByRole('button', { name: 'Register' }).click();
    await workbench.tab('api.service-now.com · Basic Auth').waitFor();
    await form.text('Used by 3 nodes').waitFor();
    await form.input('Name, required').fill('ServiceNow');
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill('view-pw');
    await form.save();
    const item = workbench.item(/^ServiceNow, .*2 of 2 fields on this machine/);
    await item.waitFor();
    const before = workbench.connections();
    assert.deepEqual(
      before.map(({ name, temporary }) => [name, temporary]),
      [['ServiceNow', undefined]],
    );
    // One of the file that is open, and one of a file that is not.
    await problems.nth(1).waitFor();
    await workbench.screenshot('view-2-registered');

    await workbench.pickFromMenu(item, 'Delete…');
    await workbench.dialog.getByText('Delete “ServiceNow”?').waitFor();
    await workbench.screenshot('view-3-delete');
    await workbench.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await workbench.toast.getByText('Deleted “ServiceNow”. 3 nodes still name it.').waitFor();
    await workbench.connectionItem('ServiceNow').waitFor({ state: 'detached' });
    await workbench.screenshot('view-4-deleted');
    await workbench.toast.getByRole('button', { name: 'Undo' }).click();
    await item.waitFor();
    assert.deepEqual(workbench.connections(), before);
    await problems.nth(1).waitFor();
    await problems.first().locator('a.monaco-link').click();
    await workbench.line('## connection-unknown').waitFor();
  });

  it('reads nothing to be there, has menus for one and for several, a tooltip with links, and groups, and an editor follows what another window saves', async () => {
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
    await workbench.screenshot('view-5-tooltip');
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
    await workbench.screenshot('view-6-several');
    await workbench.chooseFromMenu('Copy Reference IDs');
    await workbench.status('Copied 2 Reference IDs').waitFor();
    assert.equal(await workbench.readClipboard(), `${first}\n${second}`);

    // To activate the extension reads nothing and waits for nothing; what it reads comes later.
    const { load, call, waits, read } = await workbench.activation();
    assert.equal(waits, false);
    assert.deepEqual(read, []);
    console.log(
      `      load of the bundle ${load[0].toFixed(1)} ms, call of activate ${call[0].toFixed(1)} ms`,
    );

    const header = page.locator('.pane-header').filter({ hasText: 'Connections' });
    await header.hover();
    await header.getByLabel('More Actions').click();
    await page.getByRole('menuitem', { name: 'Group By' }).hover();
    await menu('Type').waitFor();
    await workbench.screenshot('view-7-menu');
    await workbench.chooseFromMenu('Type');
    await workbench.item(/^Basic Auth, 2/).waitFor();
    for (const theme of wantsScreenshots ? ['Light Modern', 'Dark High Contrast', 'Dark Modern'] : []) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`view-8-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
    await obeysNoName(workbench);
    await followsAnotherWindow(workbench);
  });
});

/** A name of a connections file that somebody else has written: what looks like a link is clicked, and runs nothing (8.1). */
async function obeysNoName(workbench: Workbench): Promise<void> {
  const { page, toast } = workbench;
  const file = workbench.file('.cognigy', 'connections.json');
  const before = readFileSync(file, 'utf8');
  const evil = 'Unused [Show uses](command:workbench.action.terminal.new) $(bug)';
  writeFileSync(file, before.replace('"Warehouse"', JSON.stringify(evil)));
  const item = workbench.item(/^Unused \[Show uses\]/);
  await item.waitFor();
  await item.hover();
  const hover = page.locator('.monaco-hover').filter({ hasText: 'Unused [Show uses]' });
  const own = hover.getByRole('link', { name: 'Show Uses', exact: true });
  await own.waitFor();
  assert.equal(await hover.locator('a[data-href*="terminal"]').count(), 0);
  await own.click();
  const message = toast.locator('.notification-list-item-message', {
    hasText: 'No node of this project uses',
  });
  await message.waitFor();
  await workbench.screenshot('view-9-evil-name');
  assert.match(
    (await message.textContent()) ?? '',
    /Unused \[Show uses\]\W?\(command:workbench\.action\.terminal\.new\) \$\(bug\)/,
  );
  assert.equal(await message.locator('a').count(), 0);
  await message.click();
  writeFileSync(file, before);
  await workbench.connectionItem('Warehouse').waitFor();
  assert.equal(await page.locator('.terminal-wrapper, .terminal-outer-container').count(), 0);
  await workbench.runCommand('Notifications: Clear All Notifications');
}

/** And says so where both have changed the same. */
async function followsAnotherWindow(workbench: Workbench): Promise<void> {
  const openForm = async (window: Workbench) => {
    await window.activityBar('Flow Connections');
    await window.connectionItem('ServiceNow').click();
    await window.webview().getByText('Credentials · only on this machine').waitFor();
    return new ConnectionFormActions(window);
  };
  const shows = (form: ConnectionFormActions, label: string, value: string) =>
    eventually(async () => (await form.input(label).inputValue()) === value, `${label} shows ${value}`);
  const mine = await openForm(workbench);
  const other = await workbench.another();
  const theirs = await openForm(other);
  await theirs.input('Description').fill('from the other window');
  await theirs.save();
  await workbench.page.bringToFront();
  await shows(mine, 'Description', 'from the other window');
  const banner = mine.text('This Connection was changed outside this editor.');
  assert.equal(await banner.isVisible(), false);
  await mine.input('Name, required').fill('Mine');
  await workbench.page.locator('.tab.dirty').waitFor();
  await other.page.bringToFront();
  await theirs.input('Name, required').fill('Yours');
  await theirs.save();
  await workbench.page.bringToFront();
  await banner.waitFor();
  await workbench.screenshot('editor-3-changed-elsewhere');
  assert.equal(await mine.input('Name, required').inputValue(), 'Mine');
  await mine.button('Reload').click();
  await shows(mine, 'Name, required', 'Yours');
  await banner.waitFor({ state: 'hidden' });
}
