import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eventually } from '../support/eventually';
import { useForms } from '../support/formPage';
import { connectionsPath, MemoryProject } from '../support/memoryProject';
import { openShared, set, sharedId as id } from '../support/sharedConnection';

const banner = 'This Connection was changed outside this editor.';

/** A form with stored credentials, whose document changes under it. */
describe('A form and what is stored', () => {
  const forms = useForms();
  const open = () => openShared(forms);
  const shows = async (label: string, value: string) => {
    const input = forms.page.getByRole('textbox', { name: label, exact: true });
    await eventually(async () => (await input.inputValue()) === value, `${label} shows ${value}`);
  };

  it('an untouched form follows', async () => {
    const { form, changeFile } = await open();
    await changeFile('"name": "Shared"', '"name": "Shared",\n      "description": "from elsewhere"');
    await shows('Description', 'from elsewhere');
    assert.equal(await form.text(banner).isVisible(), false);
  });

  it('a secret that is saved is in the form no more, whatever else was typed meanwhile (8.12)', async () => {
    const { project, form, document } = await open();
    await form.button('Replace: Password').click();
    await form.input('Password, required').fill('cnry-password');
    await form.settle();
    assert.match(await form.content(), /cnry-password/, 'the canary can be seen');
    let goOn = (): void => undefined;
    project.beforeWriting = () => new Promise((resolve) => (goOn = resolve));
    await form.button('Save').click();
    await form.input('Description').fill('meanwhile');
    await eventually(() => document.draft.description === 'meanwhile');
    goOn();
    await form.settle();
    assert.equal(document.isTouched, true);
    assert.doesNotMatch(await form.content(), /cnry-password/);
    await form.button('Replace: Password').click();
    assert.equal(await form.input('Password, required').inputValue(), '');
    assert.equal(await form.input('Description').inputValue(), 'meanwhile');
  });

  it('in a form with changes the untouched inputs follow too', async () => {
    const { form, changeFile } = await open();
    await form.input('Name, required').fill('Mine');
    await form.settle();
    await changeFile('"name": "Shared"', '"name": "Shared",\n      "description": "once more"');
    await shows('Description', 'once more');
    assert.equal(await form.input('Name, required').inputValue(), 'Mine');
    assert.equal(await form.text(banner).isVisible(), false);
  });

  it('one that changes the same says so, and Reload takes over what is stored', async () => {
    const { form, changeFile } = await open();
    await form.input('Name, required').fill('Mine');
    await form.settle();
    await changeFile('"Shared"', '"Yours"');
    await form.text(banner).waitFor();
    assert.equal(await form.input('Name, required').inputValue(), 'Mine');
    await form.button('Reload').click();
    await shows('Name, required', 'Yours');
    await form.text(banner).waitFor({ state: 'hidden' });
  });

  it('credentials that were set elsewhere are said to be, and shown where nothing was typed', async () => {
    const { form, setElsewhere } = await open();
    await form.input('Description').fill('touched');
    await form.settle();
    await setElsewhere('their-bot');
    await form.text(banner).waitFor();
    await shows('Username, required', 'their-bot');
    assert.equal(await form.input('Description').inputValue(), 'touched');
    assert.ok(!form.heard.join('\n').includes('their-pw'));
  });

  it('what was typed over such credentials stays, until Reload takes them over', async () => {
    const { form, setElsewhere } = await open();
    await form.input('Username, required').fill('my-bot');
    await form.settle();
    await setElsewhere('their-bot');
    await form.text(banner).waitFor();
    assert.equal(await form.input('Username, required').inputValue(), 'my-bot');
    await form.button('Reload').click();
    await form.text(banner).waitFor({ state: 'hidden' });
    await shows('Username, required', 'their-bot');
    assert.equal(form.document.isTouched, false);
  });

  it('says that its Connection is gone, keeps what it shows, and a save adds it again', async () => {
    const { project, document, form } = await open();
    const before = project.connections;
    project.files[connectionsPath] = project.connectionsText.replace(
      /"connections": \[[\s\S]*\]/,
      '"connections": []',
    );
    await document.refresh();
    form.session.refresh();
    await form.text('This Connection is no longer in the connections file. Saving adds it again.').waitFor();
    assert.equal(await form.input('Name, required').inputValue(), 'Shared');
    assert.equal((await form.save()).kind, 'saved');
    assert.deepEqual(project.connections, before);
    project.isFolderOpen = false;
    await document.refresh();
    form.session.refresh();
    await form
      .text('The folder of this Connection is no longer open, so nothing can be saved here.')
      .waitFor();
    assert.equal(await form.input('Name, required').inputValue(), 'Shared');
  });

  it('says what a draft that was brought back could not keep, and a save ends that', async () => {
    const { project, document } = await open();
    document.editText('name', 'Mine');
    document.editField('password', set('other'));
    const { backup } = document;
    assert.ok(!JSON.stringify(backup).includes('other'));
    project.files[connectionsPath] = project.connectionsText.replace(
      '"name": "Shared"',
      '"name": "Shared",\n      "description": "of another branch"',
    );
    const again = await project.open(project.editTarget(id));
    again.restore(backup);
    const form = await forms.show(again);
    const kept = form.text('Unsaved changes were kept, except the credentials: Password. Enter them again.');
    await kept.waitFor();
    assert.equal(await form.input('Name, required').inputValue(), 'Mine');
    assert.equal(await form.input('Description').inputValue(), 'of another branch');
    await form.input('Description').fill('of both');
    assert.equal((await form.save()).kind, 'saved');
    await kept.waitFor({ state: 'hidden' });
    assert.deepEqual(
      [project.connections[0]?.name, project.connections[0]?.description],
      ['Mine', 'of both'],
    );
  });

  it('stands where it stood when its tab comes to the front again', async () => {
    const { form } = await open();
    await form.page.setViewportSize({ width: 800, height: 400 });
    try {
      await form.input('Username, required').click();
      await form.page.evaluate('scrollTo(0, 40)');
      await eventually(() => form.page.evaluate<boolean>('acquireVsCodeApi().getState()?.scrollTop === 40'));
      await form.showAgain();
      await form.page.locator('vscode-textfield[focused][data-key="field:username"]').waitFor();
      await eventually(() => form.page.evaluate<boolean>('scrollY === 40'));
      // An empty input in place of what is said of a secret would look as if Replace had been chosen.
      await form.button('Replace: Password').click();
      await form.page.locator('vscode-textfield[focused][data-key="field:password"]').waitFor();
      await form.showAgain();
      await form.page.locator('vscode-button:focus', { hasText: 'Replace' }).waitFor();
    } finally {
      await form.page.setViewportSize({ width: 800, height: 900 });
    }
  });

  it('names what uses the Connection, and opens it', async () => {
    const chart = 'agent/flows/Escalation/en-US/chart.json';
    const project = new MemoryProject({ [chart]: readFileSync(`media/sample/${chart}`, 'utf8') });
    const used = /"basicConnection": "([^"]+)"/.exec(project.files[chart] ?? '')?.[1] ?? '';
    const form = await forms.show(await project.open({ ...project.editTarget(used), mode: 'register' }));
    await form.text(/^Used by \d+ nodes?$/).waitFor();
    await form.page.locator('ul .link').first().click();
    await form.settle();
    assert.deepEqual(form.asked, ['openUse 0']);
  });
});
