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
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await one.screenshot(`failed one ${this.currentTest.title}`);
    await other.screenshot(`failed other ${this.currentTest.title}`);
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
    while ((await mine.input('Description').inputValue()) !== 'from the other window')
      await one.page.waitForTimeout(50);
    assert.equal(await mine.text(banner).isVisible(), false);
  });

  it('a form with changes says that credentials were set by other means, and takes them over', async () => {
    const mine = new ConnectionFormActions(one);
    await mine.input('Username, required').fill('my-bot');
    await one.runCommand('Flow Connections: Set Credentials…');
    await one.quickPick('Shared', 'Shared');
    const widget = one.page.locator('.quick-input-widget');
    for (const [step, value] of Object.entries({ '(1/2)': 'their-bot', '(2/2)': 'their-pw' })) {
      await widget.getByText(step).waitFor();
      await widget.locator('input.input').fill(value);
      await one.page.keyboard.press('Enter');
    }
    await mine.text(banner).waitFor();
    await one.screenshot('changed-elsewhere');
    assert.equal(await mine.input('Username, required').inputValue(), 'my-bot');
    await mine.button('Reload').click();
    await mine.text(banner).waitFor({ state: 'hidden' });
    while ((await mine.input('Username, required').inputValue()) !== 'their-bot')
      await one.page.waitForTimeout(50);
    await one.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  });

  it('and that the file has another name for it', async () => {
    const mine = new ConnectionFormActions(one);
    await mine.input('Name, required').fill('Mine');
    await one.page.locator('.tab.dirty').waitFor();
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('"Shared"', '"Theirs"'));
    await mine.text(banner).waitFor();
    await mine.button('Reload').click();
    while ((await mine.input('Name, required').inputValue()) !== 'Theirs') await one.page.waitForTimeout(50);
  });
});
