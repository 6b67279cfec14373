import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { leaveTraces } from '../support/failureTraces';
import { copyFolder } from '../support/fixture';
import { filesHolding } from '../support/searchFiles';
import { openWorkbench, type Workbench } from '../support/workbench';

const password = 'planted-password-5c1e';

/** Waits until something is so; the test's own timeout ends a wait in vain. */
async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('The editor and VS Code’s own saving', () => {
  let folder: ReturnType<typeof copyFolder>;
  let workbench: Workbench;
  const file = () => join(folder.path, '.cognigy', 'connections.json');
  const text = () => (existsSync(file()) ? readFileSync(file(), 'utf8') : '');
  const input = (label: string): Locator => workbench.webview().getByLabel(label, { exact: true });
  const button = (label: string): Locator =>
    workbench.webview().getByRole('button', { name: label, exact: true });
  const tab = (title: string): Locator => workbench.page.getByRole('tab', { name: title });
  const dirtyTab = (title: string): Locator => workbench.page.locator('.tab.dirty', { hasText: title });
  /** Waits for a backup that holds a text, and until VS Code has noted which file it is: a reload before loses it. */
  const notedBackup = async (holding: string): Promise<string> => {
    await until(() => filesHolding(workbench.userDataDir, holding).length > 0);
    const [backup = ''] = filesHolding(workbench.userDataDir, holding);
    await until(async () => (await workbench.notedTabs()).includes(basename(backup)));
    return join(workbench.userDataDir, backup);
  };
  /** A connections file with one Connection. */
  const registerOne = (name: string) => {
    const referenceId = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
    const connections = [{ referenceId, name, extension: '@cognigy/basic-nodes', type: 'http_basic' }];
    mkdirSync(dirname(file()));
    writeFileSync(file(), JSON.stringify({ version: 1, id: crypto.randomUUID(), connections }));
  };
  const open = async (settings: Record<string, unknown>) => {
    folder = copyFolder('media/sample');
    workbench = await openWorkbench({ folder: folder.path, settings });
  };

  afterEach(async function () {
    await leaveTraces(this.currentTest);
    await workbench.close();
    folder.remove();
  });

  it('Auto Save leaves a new Connection and a secret that is being typed alone', async () => {
    await open({ 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 });
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('Half');
    await dirtyTab('New Connection').waitFor();
    await input('Username, required').fill('svc-bot');
    await input('Password, required').fill(password);
    // Well past the delay: what Auto Save wants to save, it has tried to save.
    await workbench.page.waitForTimeout(1000);
    assert.equal(text(), '');
    await button('Save').click();
    await tab('Half · Basic Auth').waitFor();
    assert.match(text(), /"name": "Half"/);

    await input('Description').fill('saved by itself');
    await until(() => text().includes('saved by itself'));
    await button('Replace: Password').click();
    await workbench.page.keyboard.type('half a secr');
    await workbench.page.waitForTimeout(1000);
    await dirtyTab('Half · Basic Auth').waitFor();
    // Nothing is typed after it was refused: to leave the field is enough.
    await input('Name, required').focus();
    await dirtyTab('Half · Basic Auth').waitFor({ state: 'detached' });
  });

  it('an input that was opened for a new secret stays as it is when a save ends, until it is left', async () => {
    await open({});
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('Before');
    await input('Username, required').fill('svc-bot');
    await input('Password, required').fill(password);
    await workbench.webview().locator('html').evaluate('document.documentElement.id = "before"');
    await button('Save').click();
    await tab('Before · Basic Auth').waitFor();
    // The editor moves to its new title: what is typed into the form before is not meant here.
    await workbench.webview().locator('html:not(#before) main').waitFor();
    await input('Name, required').fill('After');
    await dirtyTab('Before · Basic Auth').waitFor();
    await button('Replace: Password').click();
    await workbench.page.keyboard.press('ControlOrMeta+S');
    await until(() => text().includes('After'));
    // Past the time in which a tab gets its new title.
    await workbench.page.waitForTimeout(1000);
    await workbench.page.keyboard.type('another');
    assert.equal(await input('Password, required').inputValue(), 'another');
    await dirtyTab('Before · Basic Auth').waitFor();
    await workbench.page.keyboard.press('ControlOrMeta+S');
    await tab('After · Basic Auth').waitFor();
    await workbench.webview().locator('vscode-button:focus').and(button('Replace: Password')).waitFor();
  });

  it('with Auto Save, the close prompt’s Save stores a name alone, or says what a new Connection lacks', async () => {
    // So long a delay that every save here is the prompt's.
    await open({ 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 600_000 });
    const closeAndSave = async () => {
      await workbench.runCommand('View: Close Editor');
      await workbench.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    };
    const says = (sentence: string) => workbench.page.locator('.statusbar').getByText(sentence).waitFor();
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('Alone');
    await dirtyTab('New Connection').waitFor();
    await closeAndSave();
    await says('Not saved yet: no credentials are entered. Press Save in the form to register “Alone”.');
    await input('Username, required').fill('svc-bot');
    await closeAndSave();
    await says('Not saved yet: Enter a value for Password.');
    await workbench.webview().getByText('Enter a value for Password.').waitFor();
    assert.equal(text(), '');
    await input('Username, required').fill('');
    await button('Save').click();
    await tab('Alone · Basic Auth').waitFor();
    await input('Description').fill('by the prompt');
    await dirtyTab('Alone · Basic Auth').waitFor();
    await closeAndSave();
    await tab('Alone · Basic Auth').waitFor({ state: 'detached' });
    assert.match(text(), /"description": "by the prompt"/);
  });

  it('a new Connection that Auto Save stores behind another tab is that Connection after a restart', async () => {
    await open({ 'files.autoSave': 'onFocusChange' });
    await workbench.openFile('Main en-US chart.json', 'chart.json');
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('Behind');
    await input('Username, required').fill('svc-bot');
    await input('Password, required').fill(password);
    // A secret that has the focus is not finished.
    await input('Description').fill('Stored by Auto Save');
    await dirtyTab('New Connection').waitFor();
    await tab('chart.json').click();
    await tab('Behind · Basic Auth').waitFor();
    await tab('New Connection').waitFor({ state: 'detached' });
    await workbench.page.locator('.tab.active', { hasText: 'chart.json' }).waitFor();
    assert.match(text(), /"name": "Behind"/);
    await until(async () => (await workbench.notedTabs()).includes('Behind'));
    await workbench.reload();
    await tab('Behind · Basic Auth').click();
    await until(async () => (await input('Name, required').inputValue()) === 'Behind');
    await workbench.webview().getByText('It’s stored on this machine and can’t be shown.').waitFor();
  });

  it('backs up unsaved changes for a restart, of credentials only which were touched', async () => {
    await open({});
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('Kept');
    await input('Password, required').fill(password);
    await dirtyTab('New Connection').waitFor();
    await until(() => filesHolding(workbench.userDataDir, '"touchedFields":["password"]').length > 0);
    const [backup] = filesHolding(workbench.userDataDir, '"touchedFields":["password"]');
    const content: unknown = JSON.parse(readFileSync(join(workbench.userDataDir, backup!), 'utf8'));
    const texts = { texts: { name: 'Kept' }, before: { name: '' } };
    assert.deepEqual(content, { ...texts, touchedFields: ['password'], addedFields: [] });
    assert.deepEqual(filesHolding(workbench.profile, password), []);
  });

  it('brings a draft back after a reload, without its credentials, and says so', async () => {
    await open({});
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('Kept');
    await input('Username, required').fill('svc-bot');
    await input('Password, required').fill(password);
    await dirtyTab('New Connection').waitFor();
    await notedBackup('"touchedFields":["username","password"]');
    await workbench.reload();
    // Which tab is the active one is not always kept.
    await tab('New Connection · Basic Auth').click();
    await workbench
      .webview()
      .getByText('Unsaved changes were kept, except the credentials: Username, Password. Enter them again.')
      .waitFor();
    await workbench.screenshot('10-kept-draft');
    assert.equal(await input('Name, required').inputValue(), 'Kept');
    assert.equal(await input('Password, required').inputValue(), '');
    await input('Username, required').fill('svc-bot');
    await input('Password, required').fill(password);
    await button('Save').click();
    await tab('Kept · Basic Auth').waitFor();
    assert.match(text(), /"name": "Kept"/);
  });

  it('a draft that is brought back leaves alone what the file got meanwhile, and a save ends its banner', async () => {
    await open({});
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('First');
    await input('Username, required').fill('svc-bot');
    await input('Password, required').fill(password);
    await button('Save').click();
    await tab('First · Basic Auth').waitFor();
    await input('Name, required').fill('Mine');
    await button('Replace: Password').click();
    await input('Password, required').fill('other');
    await notedBackup('"touchedFields":["password"]');
    const entry = '"name": "First",\n      "description": "of another branch",';
    writeFileSync(file(), text().replace('"name": "First",', entry));
    await workbench.reload();
    await tab('First · Basic Auth').click();
    const banner = workbench
      .webview()
      .getByText('Unsaved changes were kept, except the credentials: Password.');
    await banner.waitFor();
    assert.equal(await input('Name, required').inputValue(), 'Mine');
    assert.equal(await input('Description').inputValue(), 'of another branch');
    await input('Description').fill('of both');
    await input('Name, required').fill('First');
    await button('Save').click();
    await banner.waitFor({ state: 'hidden' });
    await dirtyTab('First · Basic Auth').waitFor({ state: 'detached' });
    assert.match(text(), /"description": "of both"/);
  });

  it('opens with what is stored where a backup can’t be read, and says so', async () => {
    await open({});
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('Unkept');
    await button('Save').click();
    await tab('Unkept · Basic Auth').waitFor();
    await input('Description').fill('lost');
    writeFileSync(await notedBackup('"texts":{"description":"lost"}'), '{');
    await workbench.reload();
    await tab('Unkept · Basic Auth').click();
    await workbench.toast
      .getByText('The unsaved changes of “Unkept” can’t be read any more. Enter them again.')
      .waitFor();
    await until(async () => (await input('Name, required').inputValue()) === 'Unkept');
    assert.equal(await input('Description').inputValue(), '');
  });

  it('says what a save does once its Connection or its folder is gone', async () => {
    folder = copyFolder('media/sample');
    registerOne('Kept');
    const whole = text();
    const workspace = join(folder.path, '..', 'two.code-workspace');
    const openFolders = (...names: string[]) =>
      writeFileSync(workspace, JSON.stringify({ folders: names.map((path) => ({ path })) }));
    mkdirSync(join(folder.path, '..', 'other'));
    openFolders('other', basename(folder.path));
    workbench = await openWorkbench({ folder: workspace });
    await workbench.activityBar('Flow Connections');
    await workbench.connectionItem('Kept').click();
    const says = (sentence: string) => workbench.webview().getByText(sentence).waitFor();
    await until(async () => (await input('Name, required').inputValue()) === 'Kept');
    const { connections, ...rest } = JSON.parse(whole) as { connections: unknown[] };
    writeFileSync(file(), JSON.stringify({ ...rest, connections: [] }));
    await says('This Connection is no longer in the connections file. Saving adds it again.');
    assert.equal(await input('Name, required').inputValue(), 'Kept');
    await button('Save').click();
    await until(() => text().includes('"Kept"'));
    const entries = (JSON.parse(text()) as { connections: unknown[] }).connections;
    assert.deepEqual(entries, connections);
    openFolders('other');
    await says('The folder of this Connection is no longer open, so nothing can be saved here.');
    await workbench.screenshot('11-folder-closed');
    assert.equal(await input('Name, required').inputValue(), 'Kept');
  });

  it('reverts to what is stored, asks before closing, and does not come back after', async () => {
    await open({});
    await workbench.newConnection('Basic Auth');
    await input('Name, required').fill('First');
    await button('Save').click();
    await tab('First · Basic Auth').waitFor();
    await input('Name, required').fill('Wrong');
    await dirtyTab('First · Basic Auth').waitFor();
    await workbench.runCommand('File: Revert File');
    await dirtyTab('First · Basic Auth').waitFor({ state: 'detached' });
    // The dot goes when the host has reverted; the form hears of it a moment later.
    await until(async () => (await input('Name, required').inputValue()) === 'First');

    await input('Name, required').fill('Second');
    await dirtyTab('First · Basic Auth').waitFor();
    await workbench.runCommand('View: Close Editor');
    await workbench.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await tab('First · Basic Auth').waitFor({ state: 'detached' });
    assert.match(text(), /"name": "Second"/);
    await workbench.page.waitForTimeout(1000);
    assert.equal(await tab('Second · Basic Auth').count(), 0);
  });
});
