import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { eventually } from '../support/eventually';
import { filesHolding } from '../support/searchFiles';
import { openWorkbench, type Workbench } from '../support/workbench';

/** Unlike anything that stands in a file by itself; with characters that encodings treat differently. */
const password = 'planted-pässword-7f3a';
const draft = 'New Connection · Basic Auth';
const ownEditor = 'Pick the newest · code.js';

describe('Over a reload', () => {
  it('a draft is kept but for its password, which stands in no file and no log, a stored Connection is shown as stored, and a text in its own editor stays unsaved @oldest', async () => {
    const workbench = await openWorkbench();
    const { page } = workbench;
    const form = new ConnectionFormActions(workbench);
    await opensAndSavesATextOfItsOwn(workbench);

    await workbench.newConnection('API Key (X-Api-Key)');
    await form.input('Name, required').fill('Behind');
    await form.input('API Key, required').fill('x-key-1');
    await page.locator('.tab.dirty').waitFor();
    await workbench.tab(ownEditor).click();
    await workbench.runCommand('File: Save All Files');
    await eventually(() => workbench.connections().length === 1, 'it is stored behind another tab');
    await eventually(async () => (await workbench.notedState()).includes('flow-connection:'));
    await typesAtStart(workbench, 'kept;\n');
    await eventually(() => workbench.backupOf('kept;') !== undefined, 'the text is backed up');

    await workbench.newConnection('Basic Auth');
    await form.input('Name, required').fill('Canary Connection');
    await form.input('Username, required').fill('planted-bot');
    await form.input('Password, required').fill(password);
    await page.locator('.tab.active.dirty').waitFor();
    const touched = '"touchedFields":["username","password"]';
    await eventually(() => workbench.isFormBackedUp(touched), 'the draft is backed up');
    await workbench.reload();

    // Which tab is the active one is not always kept.
    await workbench.tab(draft).click();
    await form
      .text('Unsaved changes were kept, except the credentials: Username, Password. Enter them again.')
      .waitFor();
    await workbench.screenshot('editor-2-kept-draft');
    assert.equal(await form.input('Name, required').inputValue(), 'Canary Connection');
    assert.equal(await form.input('Password, required').inputValue(), '');
    await form.input('Username, required').fill('planted-bot');
    await form.input('Password, required').fill(password);
    await form.save();
    await form.button('Replace: Password').waitFor();
    await holdsItNowhere(workbench, form);

    await page.locator('.tab', { hasText: 'API Key (X-Api-Key)' }).click();
    await form.text('It’s stored on this machine and can’t be shown.').waitFor();
    assert.equal(await form.input('Name, required').inputValue(), 'Behind');
    await form.input('Description').fill('After the restart');
    await form.save();
    assert.deepEqual(
      workbench.connections().map(({ name, description }) => [name, description]),
      [
        ['Behind', 'After the restart'],
        ['Canary Connection', undefined],
      ],
    );
    await savesTheKeptText(workbench);
  });
});

const chartOf = (workbench: Workbench) => workbench.file('agent', 'flows', 'Main', 'en-US', 'chart.json');
const savedOwn = ({ page }: Workbench) => page.locator('.tab.active:not(.dirty)', { hasText: ownEditor });

async function typesAtStart(workbench: Workbench, typed: string): Promise<void> {
  const { page } = workbench;
  await page.locator('.tab.active', { hasText: ownEditor }).waitFor();
  await page.locator('.editor-container .monaco-editor.focused').waitFor();
  await workbench.press('ControlOrMeta+Home');
  // At once, as a paste: typed one by one, quotes and brackets would be closed for us.
  await page.keyboard.insertText(typed);
  await page.locator('.tab.active.dirty', { hasText: ownEditor }).waitFor();
}

async function opensAndSavesATextOfItsOwn(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const original = readFileSync(chartOf(workbench), 'utf8');
  await workbench.activityBar('Flow Connections');
  await workbench.connectionItem('api.service-now.com').waitFor();
  await workbench.openFile('Main chart.json', 'chart.json');
  await workbench.goToText('b.updated');
  await workbench.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Flow Connections', exact: true }).hover();
  await workbench.screenshot('own-editor-1-menu');
  await workbench.chooseFromMenu('Edit in Its Own Editor');
  await savedOwn(workbench).waitFor();
  await workbench.status('JavaScript').first().waitFor();
  await typesAtStart(workbench, '"use strict";\n');
  await workbench.press('ControlOrMeta+S');
  await savedOwn(workbench).waitFor();
  assert.equal(
    readFileSync(chartOf(workbench), 'utf8'),
    original.replace('"code": "', String.raw`"code": "\"use strict\";\n`),
  );
}

/** It is saved into the flow file alone, and asks before it overwrites what was changed there meanwhile. */
async function savesTheKeptText(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const text = () => readFileSync(chartOf(workbench), 'utf8');
  await page.locator('.tab.dirty', { hasText: ownEditor }).click();
  await workbench.line('kept;').waitFor();
  await workbench.press('ControlOrMeta+S');
  await savedOwn(workbench).waitFor();
  assert.ok(text().includes(String.raw`"code": "kept;\n\"use strict\";\n`));

  await workbench.line('kept;').click();
  await typesAtStart(workbench, 'mine;\n');
  const before = text();
  writeFileSync(chartOf(workbench), before.replace('kept;', 'theirs;'));
  await workbench.press('ControlOrMeta+S');
  const toast = workbench.toast.filter({ hasText: ownEditor });
  await toast.getByText('is newer').waitFor();
  await workbench.screenshot('own-editor-2-conflict');
  assert.ok(text().includes('theirs;'));
  await toast.getByRole('button', { name: 'Overwrite' }).click();
  await savedOwn(workbench).waitFor();
  assert.equal(text(), before.replace('kept;', String.raw`mine;\nkept;`));
}

/** The password: in no file of the workspace or the user, no log, not the console, and not in the form. */
async function holdsItNowhere(workbench: Workbench, form: ConnectionFormActions): Promise<void> {
  const forms = [
    password,
    encodeURIComponent(password),
    Buffer.from(`planted-bot:${password}`).toString('base64'),
    'planted-p',
  ];
  const content = await form.content();
  for (const text of forms) {
    assert.deepEqual(filesHolding(workbench.file(), text), []);
    assert.deepEqual(filesHolding(workbench.profile, text), []);
    assert.deepEqual(
      workbench.consoleLines.filter((line) => line.includes(text)),
      [],
    );
    assert.ok(!workbench.extensionLogs().includes(text));
    assert.ok(!content.includes(text));
  }
  assert.ok(content.includes('Canary Connection'), 'the search sees the form');
  assert.ok(filesHolding(workbench.file(), 'Canary Connection').length > 0, 'and the workspace');
  assert.ok(filesHolding(workbench.profile, 'Canary Connection').length > 0, 'and the user’s data');
  assert.ok(workbench.consoleLines.length > 0, 'and the console');
}
