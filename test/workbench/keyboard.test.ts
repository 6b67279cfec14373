import assert from 'node:assert/strict';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { KeyboardActions } from '../support/keyboardActions';
import { openWorkbench } from '../support/workbench';

describe('By keyboard alone', () => {
  it('a Connection is registered, edited, renamed, linked, deleted and brought back', async () => {
    const workbench = await openWorkbench();
    const form = new ConnectionFormActions(workbench);
    const keys = new KeyboardActions(workbench);
    const named = (name: string) => workbench.connections().find((entry) => entry.name === name);
    await keys.focusConnection('api.service-now.com');
    await keys.menu('Register');
    await workbench.tab('api.service-now.com · Basic Auth').waitFor();
    await workbench.webview().locator('vscode-textfield[focused]').waitFor();
    await keys.replace('ServiceNow');
    // Behind the description is the button that copies the Reference ID.
    for (const text of ['By keyboard', '', 'bot', 'keys-pw']) {
      await keys.press('Tab');
      await keys.type(text);
    }
    await keys.press('Enter');
    await form.button('Replace: Password').waitFor();
    await keys.command('View: Close All Editors');

    await keys.focusConnection('ServiceNow');
    await keys.press('Enter');
    const description = form.input('Description');
    await description.waitFor();
    await keys.until(description.and(workbench.webview().locator(':focus')), 'Tab');
    await keys.replace('Tickets of the service desk');
    // Before VS Code has heard of the change there is no dot to wait for.
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await keys.press('ControlOrMeta+S');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    assert.equal(named('ServiceNow')?.description, 'Tickets of the service desk');
    await keys.command('View: Close All Editors');

    await keys.focusConnection('ServiceNow');
    await keys.menu('Rename…');
    await keys.answer('Rename “ServiceNow”', 'Tickets');
    await workbench.connectionItem('Tickets').waitFor();
    await keys.focusConnection('Tickets');
    await keys.menu('Duplicate…');
    await keys.answer('Duplicate “Tickets”', 'Tickets copy');
    await keys.button('Copy Credentials');
    await workbench.connectionItem('Tickets copy').waitFor();
    const id = 'a1234567-89ab-4cde-8f01-23456789abcd';
    await keys.focusConnection('Tickets copy');
    await keys.menu('Link to Cognigy.AI…');
    await keys.pick('Enter the Reference ID…');
    await keys.answer('Link “Tickets copy” to Cognigy.AI', id);
    await workbench.status('Linked “Tickets copy”').waitFor();
    assert.equal(named('Tickets copy')?.referenceId, id);

    const before = workbench.connections();
    await keys.focusConnection('Tickets');
    await keys.menu('Delete…');
    await keys.button('Delete');
    await workbench.toast.getByText('Deleted “Tickets”. 3 nodes still name it.').waitFor();
    assert.equal(named('Tickets'), undefined);
    await keys.command('Notifications: Accept Notification Primary Action');
    await workbench.connectionItem('Tickets').waitFor();
    assert.deepEqual(workbench.connections(), before);
  });
});
