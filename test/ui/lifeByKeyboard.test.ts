import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { KeyboardActions } from '../support/keyboardActions';
import { useSampleWorkbench } from '../support/sampleWorkbench';

describe('A Connection’s life by keyboard alone', () => {
  const sample = useSampleWorkbench({ settings: { 'files.simpleDialog.enable': true } });
  const item = (name: string) => sample.workbench.connectionItem(name);
  const named = (name: string) => sample.connections().find((entry) => entry.name === name);
  const status = (text: string) => sample.workbench.page.locator('.statusbar').getByText(text);
  let form: ConnectionFormActions;
  let keys: KeyboardActions;

  before(() => {
    form = new ConnectionFormActions(sample.workbench);
    keys = new KeyboardActions(sample.workbench);
  });

  it('is registered', async () => {
    await keys.focusConnection('api.service-now.com');
    await keys.menu('Register');
    await form.tab('api.service-now.com · Basic Auth').waitFor();
    await sample.workbench.webview().locator('vscode-textfield[focused]').waitFor();
    await keys.replace('ServiceNow');
    // Behind the description is the button that copies the Reference ID.
    for (const text of ['By keyboard', '', 'bot', 'keys-pw']) {
      await keys.press('Tab');
      await keys.type(text);
    }
    await keys.press('Enter');
    await form.tab('ServiceNow · Basic Auth').waitFor();
    await form.button('Replace: Password').waitFor();
    await keys.command('View: Close All Editors');
  });

  it('is edited', async () => {
    await keys.focusConnection('ServiceNow');
    await keys.press('Enter');
    const description = form.input('Description');
    await description.waitFor();
    await keys.until(description.and(sample.workbench.webview().locator(':focus')), 'Tab');
    await keys.replace('Tickets of the service desk');
    // Before VS Code has heard of the change there is no dot to wait for.
    const dirty = sample.workbench.page.locator('.tab.dirty');
    await dirty.waitFor();
    await keys.press('ControlOrMeta+S');
    await dirty.waitFor({ state: 'detached' });
    assert.equal(named('ServiceNow')?.description, 'Tickets of the service desk');
    await keys.command('View: Close All Editors');
  });

  it('is renamed', async () => {
    await keys.focusConnection('ServiceNow');
    await keys.menu('Rename…');
    await keys.answer('Rename “ServiceNow”', 'Tickets');
    await item('Tickets').waitFor();
  });

  it('is duplicated with its credentials', async () => {
    await keys.focusConnection('Tickets');
    await keys.menu('Duplicate…');
    await keys.answer('Duplicate “Tickets”', 'Tickets copy');
    await keys.button('Copy Credentials');
    await item('Tickets copy').waitFor();
    assert.equal(named('Tickets copy')?.temporary, true);
  });

  it('is linked to the Reference ID that Cognigy.AI gave', async () => {
    const id = 'a1234567-89ab-4cde-8f01-23456789abcd';
    await keys.focusConnection('Tickets copy');
    await keys.menu('Link to Cognigy.AI…');
    await keys.pick('Enter the Reference ID…');
    await keys.answer('Link “Tickets copy” to Cognigy.AI', id);
    await status('Linked “Tickets copy”').waitFor();
    assert.equal(named('Tickets copy')?.referenceId, id);
  });

  it('is deleted, and comes back whole', async () => {
    const before = sample.connections();
    await keys.focusConnection('Tickets');
    await keys.menu('Delete…');
    await keys.button('Delete');
    await sample.workbench.toast.getByText('Deleted “Tickets”. 3 nodes still name it.').waitFor();
    assert.equal(named('Tickets'), undefined);
    await keys.command('Notifications: Accept Notification Primary Action');
    await item('Tickets').waitFor();
    assert.deepEqual(sample.connections(), before);
    await keys.focusConnection('Tickets');
    await keys.press('Enter');
    await form.button('Replace: Password').waitFor();
    await keys.command('View: Close All Editors');
  });

  it('is exported without its credentials', async () => {
    const { quickInput, page } = sample.workbench;
    await keys.focusConnection('Tickets');
    await keys.menu('Export as Package…');
    await quickInput.getByText('Cognigy.AI can’t import it').waitFor();
    await keys.press('Enter');
    const path = quickInput.locator('input.input');
    while (!(await path.inputValue()).endsWith('.connections.zip')) await page.waitForTimeout(50);
    const file = await path.inputValue();
    await keys.press('Enter');
    await status('Exported 1 Connection').waitFor();
    const texts = Object.values(unzipSync(readFileSync(file))).map((bytes) =>
      new TextDecoder().decode(bytes),
    );
    assert.ok(texts.some((text) => text.includes('"Tickets"')));
    assert.ok(!texts.some((text) => text.includes('keys-pw')));
  });
});
