import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eventually } from '../support/eventually';
import { useForms } from '../support/formPage';
import { basicAuth, connectionsPath, MemoryProject } from '../support/memoryProject';

const id = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const banner = 'This Connection was changed outside this editor.';
const set = (value: string) => ({ kind: 'replace', value }) as const;

/** A form with stored credentials, whose document changes under it. */
describe('A form and what is stored', () => {
  const forms = useForms();
  const open = async () => {
    const project = new MemoryProject();
    project.register({ referenceId: id, name: 'Shared', ...basicAuth });
    const document = await project.open(project.editTarget(id));
    document.editField('username', set('bot'));
    document.editField('password', set('first-pw'));
    assert.equal((await document.save()).kind, 'saved');
    const form = await forms.show(document);
    /** What another window, a branch or a colleague does to the connections file. */
    const changeFile = async (from: string, to: string) => {
      assert.ok(project.connectionsText.includes(from));
      project.files[connectionsPath] = project.connectionsText.replace(from, to);
      await document.refresh();
      form.session.refresh();
    };
    const setElsewhere = async (username: string) => {
      const key = { fileId: project.services.home.project?.file?.id ?? '', referenceId: id };
      const file = project.services.home.id;
      const changes = { username: set(username), password: set('their-pw') };
      assert.equal(await project.stores.vault.write({ ...key, ...basicAuth, file }, changes), 'written');
      await document.refresh();
      form.session.refresh();
    };
    return { project, document, form, changeFile, setElsewhere };
  };
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

  it('what is typed before the host has heard of it stays when the host says what is stored', async () => {
    const { form, document } = await open();
    await form.input('Description').fill('said');
    await form.settle();
    // The host saves and says so, while the next letters are on their way to it.
    await form.page.evaluate(`(() => {
      const field = document.querySelector('[data-key="description"]');
      window.typeMore = (text) => { field.value = text; field.dispatchEvent(new InputEvent('input')); };
      addEventListener('message', ({ data }) => data.message?.isReset && typeMore('said and more'), { once: true, capture: true });
    })()`);
    assert.equal((await document.save()).kind, 'saved');
    form.session.reset();
    await form.settle();
    assert.equal(await form.input('Description').inputValue(), 'said and more');
    assert.equal(document.draft.description, 'said and more');
    // Nor does what was typed back to what was stored look as if nobody had typed.
    const held = form.holdHost();
    form.session.reset();
    await form.page.evaluate(`typeMore('said')`);
    held.letGo();
    await form.settle();
    assert.equal(await form.input('Description').inputValue(), 'said');
    assert.equal(document.draft.description, 'said');
  });

  it('letters that are typed while a save runs stay, and are a change', async () => {
    const { project, form, document } = await open();
    await form.input('Description').fill('one');
    await form.settle();
    let goOn = (): void => undefined;
    project.beforeWriting = () => new Promise((resolve) => (goOn = resolve));
    const saved = document.save();
    await form.input('Description').pressSequentially(' two');
    await form.settle();
    goOn();
    assert.equal((await saved).kind, 'saved');
    form.session.refresh();
    await form.settle();
    assert.equal(await form.input('Description').inputValue(), 'one two');
    assert.equal(document.isTouched, true);
    assert.equal(project.connections[0]?.description, 'one');
  });

  it('an input that was opened for a new secret stays open when a save ends, and takes what is typed', async () => {
    const { form, document } = await open();
    await form.input('Description').fill('saved');
    await form.button('Replace: Password').click();
    await form.page.keyboard.press('ControlOrMeta+S');
    await eventually(() => form.saves.length > 0);
    await form.settle();
    await form.page.keyboard.type('another');
    assert.equal(await form.input('Password, required').inputValue(), 'another');
    await form.settle();
    assert.equal(document.isTouched, true);
    assert.equal((await form.save()).kind, 'saved');
    await form.button('Replace: Password').waitFor();
    assert.equal(await document.credentials.valueOf('password'), 'another');
  });

  it('Auto Save leaves a new Connection and a secret that is being typed alone', async () => {
    const project = new MemoryProject();
    const form = await forms.show(await project.open(project.newTarget()));
    await form.input('Name, required').fill('Half');
    await form.settle();
    assert.deepEqual(await form.autoSave(), {
      kind: 'kept',
      sentence: 'Not saved yet: no credentials are entered. Press Save in the form to register “Half”.',
    });
    await form.input('Username, required').fill('svc-bot');
    await form.settle();
    assert.deepEqual(await form.autoSave(), {
      kind: 'kept',
      sentence: 'Not saved yet: Enter a value for Password.',
    });
    await form.text('Enter a value for Password.').waitFor();
    assert.equal(
      await form.page.evaluate('document.activeElement.getAttribute("data-key")'),
      'field:username',
      'Auto Save takes the focus from nobody',
    );
    await form.input('Password, required').fill('half a secr');
    await form.settle();
    assert.deepEqual(await form.autoSave(), { kind: 'kept' });
    assert.equal(project.connectionsText, '');
    await form.input('Description').focus();
    await form.settle();
    assert.equal((await form.autoSave()).kind, 'saved');
    assert.equal(project.connections[0]?.name, 'Half');
    await form.input('Description').fill('a name alone is enough by now');
    await form.settle();
    assert.equal((await form.autoSave()).kind, 'saved');
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
