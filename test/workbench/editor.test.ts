import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { ConnectionFormActions } from '../support/connectionFormActions';
import { eventually } from '../support/eventually';
import { openWorkbench, type Workbench } from '../support/workbench';

const password = 'planted-password-5c1e';

/** An open workbench with the form of a new Basic Auth Connection. */
async function openNew(settings: Record<string, unknown> = {}) {
  const workbench = await openWorkbench({ settings });
  await workbench.newConnection('Basic Auth');
  const form = new ConnectionFormActions(workbench);
  await form.input('Name, required').waitFor();
  return { workbench, form, page: workbench.page };
}

async function shows(form: ConnectionFormActions, label: string, value: string): Promise<void> {
  await eventually(async () => (await form.input(label).inputValue()) === value, `${label} shows ${value}`);
}

describe('The editor of a Connection', () => {
  it('closes no quick input when it saves, is titled by the stored name, is one tab, asks before it closes, and in the newest VS Code has questions beside it @oldest', async () => {
    const { workbench, form, page } = await openNew();
    await form.input('Name, required').fill('First');
    await form.input('Username, required').fill('bot');
    await form.input('Password, required').fill(password);
    await page.locator('.tab.dirty').waitFor();
    await workbench.webview().locator('html').evaluate('document.documentElement.id = "before"');
    await form.input('Description').click();
    await workbench.press('ControlOrMeta+S');
    await workbench.press('F1');
    const input = workbench.quickInput.locator('input.input');
    await input.waitFor();
    await page.keyboard.type('typed');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await eventually(() => workbench.connections().some(({ name }) => name === 'First'));
    await page.keyboard.type(' on');
    assert.equal(await input.inputValue(), '>typed on');
    await workbench.press('Escape');
    await form.input('Description').fill('and on');
    await workbench.webview().locator('html#before').waitFor();
    await form.save();

    // It is titled by the name that is stored, whoever gave it; an older VS Code titles a tab by its name at its opening.
    const title = (name: string) => (workbench.version === 'newest' ? name : 'New Connection');
    const titles = () => page.locator('.tabs-container .tab .label-name').allTextContents();
    await workbench.tab(`${title('First')} · Basic Auth`).waitFor();
    await workbench.activityBar('Flow Connections');
    await workbench.pickFromMenu(workbench.connectionItem('First'), 'Rename…');
    await workbench.answer('Rename “First”', 'Second 100% #1');
    await workbench.tab(`${title('Second 100% #1')} · Basic Auth`).waitFor();
    await shows(form, 'Name, required', 'Second 100% #1');
    const file = workbench.file('.cognigy', 'connections.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"Second 100% #1"', '"Third"'));
    await workbench.tab(`${title('Third')} · Basic Auth`).waitFor();

    // It is the same tab when it is opened again.
    await workbench.openFile('Main chart.json', 'chart.json');
    await workbench.pickFromMenu(workbench.connectionItem('Third'), 'Edit');
    await page.locator('.tab.active', { hasText: `${title('Third')} · Basic Auth` }).waitFor();
    assert.equal((await titles()).filter((shown) => shown.includes('Basic Auth')).length, 1);
    await shows(form, 'Name, required', 'Third');

    // Whoever keeps what is stored has changed nothing (8.12).
    await form.button('Replace: Password').click();
    await page.keyboard.type('mistyped');
    await page.locator('.tab.active.dirty').waitFor();
    await form.button('Keep Stored Value: Password').click();
    await page.locator('.tab.active:not(.dirty)').waitFor();

    // It is reverted, and asks before it closes.
    await form.input('Name, required').fill('Wrong');
    await page.locator('.tab.active.dirty').waitFor();
    await workbench.runCommand('File: Revert File');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await shows(form, 'Name, required', 'Third');
    await form.input('Name, required').fill('Fourth');
    await page.locator('.tab.active.dirty').waitFor();
    await workbench.runCommand('View: Close Editor');
    await workbench.screenshot('editor-1-close');
    await workbench.dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    assert.equal(await form.input('Name, required').inputValue(), 'Fourth');
    await workbench.runCommand('View: Close Editor');
    await workbench.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('.tab', { hasText: 'Basic Auth' }).waitFor({ state: 'detached' });
    assert.deepEqual(
      workbench.connections().map(({ name }) => name),
      ['Fourth'],
    );
    // In VS Code 1.100.3 a question vanished once before it was answered: probably a form got the focus back late.
    if (workbench.version === 'newest') await asksStepByStep(workbench);
  });

  it('with Auto Save, leaves a new Connection and a secret that is being typed alone', async () => {
    const { workbench, form, page } = await openNew({
      'files.autoSave': 'afterDelay',
      'files.autoSaveDelay': 50,
    });
    const text = () =>
      workbench.connections().length > 0
        ? readFileSync(workbench.file('.cognigy/connections.json'), 'utf8')
        : '';
    await form.input('Name, required').fill('Half');
    // Auto Save has tried: it says why it did not save.
    await workbench.status('Not saved yet: no credentials are entered.').waitFor();
    await form.input('Username, required').fill('svc-bot');
    await workbench.status('Not saved yet: Enter a value for Password.').waitFor();
    assert.equal(text(), '');
    await form.input('Password, required').fill(password);
    await page.locator('.tab.dirty').waitFor();
    // Whoever leaves the secret has finished it.
    await form.input('Description').focus();
    await eventually(() => text().includes('"Half"'), 'it is stored');
    await form.input('Description').fill('saved by itself');
    await eventually(() => text().includes('saved by itself'), 'the description is stored');
    await form.button('Replace: Password').click();
    await page.keyboard.type('half a secr');
    await page.locator('.tab.dirty').waitFor();
    assert.equal(await form.input('Password, required').inputValue(), 'half a secr');
    await form.input('Name, required').focus();
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await form.button('Replace: Password').waitFor();

    // Nobody types in a form that another tab hides.
    await form.button('Replace: Password').click();
    await page.keyboard.type('another secret');
    await page.locator('.tab.active.dirty').waitFor();
    await workbench.openFile('Main chart.json', 'chart.json');
    await page.locator('.tab:not(.active):not(.dirty)', { hasText: 'Half · Basic Auth' }).waitFor();
  });
});

/** The questions beside it ask for one field after another; Escape changes nothing. */
async function asksStepByStep(workbench: Workbench): Promise<void> {
  const { quickInput } = workbench;
  await workbench.runCommand('Flow Connections: New Connection Step by Step…');
  await workbench.quickPick('SMTP', 'SMTP');
  const answers = ['Asked', '', '', 'mail.example.com', '99999', '25', 'none', 'bot'];
  const steps = [1, 2, 3, 4, 5, 5, 6, 7];
  for (const [i, answer] of answers.entries()) {
    await workbench.answer(`(${steps[i]}/8)`, answer);
    if (answer === '99999') {
      await quickInput.getByText('A port is a number from 1 to 65535.').waitFor();
      await workbench.screenshot('editor-4-questions');
    }
  }
  await quickInput.getByText('(8/8)').waitFor();
  assert.equal(await quickInput.locator('input.input').getAttribute('type'), 'password');
  await workbench.answer('(8/8)', 'asked-pw');
  await workbench.item(/^Asked, .*5 of 5 fields on this machine/).waitFor();

  await workbench.editConnection('Asked');
  const form = new ConnectionFormActions(workbench);
  await shows(form, 'Host, required', 'mail.example.com');
  for (const isFinished of [false, true]) {
    await workbench.runCommand('Flow Connections: Set Credentials…');
    await workbench.quickPick('Asked', 'Asked');
    await workbench.answer('(1/5)', 'other.example.com');
    await quickInput.getByText('(2/5)').waitFor();
    if (!isFinished) {
      await workbench.press('Escape');
      await quickInput.waitFor({ state: 'hidden' });
      assert.equal(await form.input('Host, required').inputValue(), 'mail.example.com');
    }
  }
  for (const step of ['(2/5)', '(3/5)', '(4/5)', '(5/5)']) {
    await quickInput.getByText(step).waitFor();
    if (step === '(5/5)') await quickInput.getByText('Leave it empty to keep it.').waitFor();
    await workbench.press('Enter');
  }
  // The form that is open follows.
  await shows(form, 'Host, required', 'other.example.com');
  await form.button('Replace: Password').waitFor();
}
