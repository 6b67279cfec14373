import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { copyFolder } from '../support/fixture';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('One Connection in two windows', () => {
  let folder: ReturnType<typeof copyFolder>;
  let one: Workbench;
  let other: Workbench;
  const file = () => join(folder.path, '.cognigy', 'connections.json');
  const banner = 'This Connection was changed outside this editor.';
  const openForm = async (workbench: Workbench) => {
    await workbench.activityBar('Flow Connections');
    await workbench.page.locator('.pane-body').getByRole('treeitem', { name: 'Shared' }).click();
    const form = new ConnectionFormActions(workbench);
    await form.tab('Shared · Basic Auth').waitFor();
    return form;
  };

  /** Waits until an input shows a value; the test's own timeout ends a wait in vain. */
  const shows = async (form: ConnectionFormActions, label: string, value: string) => {
    while ((await form.input(label).inputValue()) !== value) await one.page.waitForTimeout(50);
  };

  /** In the first window and not by its form: VS Code in a browser does not tell of what another window stored. */
  const setCredentials = async (username: string, password: string) => {
    await one.runCommand('Flow Connections: Set Credentials…');
    await one.quickPick('Shared', 'Shared');
    for (const [step, value] of Object.entries({ '(1/2)': username, '(2/2)': password })) {
      await one.quickInput.getByText(step).waitFor();
      await one.quickInput.locator('input.input').fill(value);
      await one.page.keyboard.press('Enter');
    }
  };

  before(async () => {
    folder = copyFolder('media/sample');
    one = await openWorkbench({ folder: folder.path });
    await one.newConnection('Basic Auth');
    const form = new ConnectionFormActions(one);
    await form.input('Name, required').fill('Shared');
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill('first-pw');
    await form.save('Shared · Basic Auth');
    other = await one.another();
  });
  after(async () => {
    await one.close();
    folder.remove();
  });

  it('an untouched form follows what the other window saves', async () => {
    const theirs = await openForm(other);
    await theirs.input('Description').fill('from the other window');
    await theirs.save('Shared · Basic Auth');
    await one.page.bringToFront();
    const mine = new ConnectionFormActions(one);
    await shows(mine, 'Description', 'from the other window');
    assert.equal(await mine.text(banner).isVisible(), false);
  });

  it('in a form with changes the untouched inputs follow it too', async () => {
    const mine = new ConnectionFormActions(one);
    await mine.input('Name, required').fill('Mine');
    await one.page.locator('.tab.dirty').waitFor();
    const theirs = new ConnectionFormActions(other);
    await other.page.bringToFront();
    await theirs.input('Description').fill('once more');
    await theirs.save('Shared · Basic Auth');
    await one.page.bringToFront();
    await shows(mine, 'Description', 'once more');
    assert.equal(await mine.input('Name, required').inputValue(), 'Mine');
    assert.equal(await mine.text(banner).isVisible(), false);
  });

  it('one that changes the same says so, and Reload takes over what the other window saved', async () => {
    const mine = new ConnectionFormActions(one);
    const theirs = new ConnectionFormActions(other);
    await other.page.bringToFront();
    await theirs.input('Name, required').fill('Yours');
    await theirs.save('Yours · Basic Auth');
    await one.page.bringToFront();
    await mine.text(banner).waitFor();
    assert.equal(await mine.input('Name, required').inputValue(), 'Mine');
    await mine.button('Reload').click();
    await shows(mine, 'Name, required', 'Yours');
    await mine.input('Name, required').fill('Shared');
    await mine.save('Shared · Basic Auth');
  });

  it('credentials that were set by other means are said to be, and shown where nothing was typed', async () => {
    const mine = new ConnectionFormActions(one);
    await mine.input('Description').fill('touched');
    await setCredentials('first-bot', 'their-pw');
    await mine.text(banner).waitFor();
    await shows(mine, 'Username, required', 'first-bot');
    assert.equal(await mine.input('Description').inputValue(), 'touched');
    await mine.button('Reload').click();
    await shows(mine, 'Description', 'once more');
  });

  it('what was typed over such credentials stays, until Reload takes them over', async () => {
    const mine = new ConnectionFormActions(one);
    await mine.input('Username, required').fill('my-bot');
    await setCredentials('their-bot', 'their-pw');
    await mine.text(banner).waitFor();
    await one.screenshot('changed-elsewhere');
    assert.equal(await mine.input('Username, required').inputValue(), 'my-bot');
    await mine.button('Reload').click();
    await mine.text(banner).waitFor({ state: 'hidden' });
    await shows(mine, 'Username, required', 'their-bot');
    await one.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  });

  it('and that the file has another name for it', async () => {
    const mine = new ConnectionFormActions(one);
    await mine.input('Name, required').fill('Mine');
    await one.page.locator('.tab.dirty').waitFor();
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('"Shared"', '"Theirs"'));
    await mine.text(banner).waitFor();
    await mine.button('Reload').click();
    await shows(mine, 'Name, required', 'Theirs');
  });
});
