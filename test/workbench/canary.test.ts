import assert from 'node:assert/strict';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { eventually } from '../support/eventually';
import { filesHolding } from '../support/searchFiles';
import { openWorkbench } from '../support/workbench';

/** Unlike anything that stands in a file by itself; with characters that encodings treat differently. */
const password = 'planted-pässword-7f3a';

describe('A password', () => {
  it('stands in no file of the user or the workspace, and in no line of a log, after a reload neither @oldest', async () => {
    const workbench = await openWorkbench();
    const form = new ConnectionFormActions(workbench);
    await workbench.newConnection('Basic Auth');
    await form.input('Name, required').fill('Canary Connection');
    await form.input('Username, required').fill('planted-bot');
    await form.input('Password, required').fill(password);
    await form.save();
    await form.button('Replace: Password').click();
    await form.input('Password, required').fill(`${password}-2`);
    await workbench.page.locator('.tab.dirty').waitFor();
    await eventually(() => workbench.isBackedUp('"touchedFields":["password"]'));
    await workbench.reload();
    await workbench.page.locator('.tab', { hasText: 'Basic Auth' }).click();
    await form.text('Unsaved changes were kept, except the credentials: Password.').waitFor();
    const forms = [
      password,
      encodeURIComponent(password),
      Buffer.from(`planted-bot:${password}`).toString('base64'),
      'planted-p',
    ];
    const html = await form.content();
    for (const text of forms) {
      assert.deepEqual(filesHolding(workbench.file(), text), []);
      assert.deepEqual(filesHolding(workbench.profile, text), []);
      assert.deepEqual(
        workbench.consoleLines.filter((line) => line.includes(text)),
        [],
      );
      assert.ok(!workbench.extensionLogs().includes(text));
      assert.ok(!html.includes(text));
    }
    assert.ok(html.includes('Canary Connection'), 'the search sees the form');
    assert.ok(filesHolding(workbench.file(), 'Canary Connection').length > 0, 'and the workspace');
    assert.ok(filesHolding(workbench.profile, 'Canary Connection').length > 0, 'and the user’s data');
    assert.ok(workbench.consoleLines.length > 0, 'and the console');
  });
});
