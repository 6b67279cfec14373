import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { useForms } from '../support/formPage';
import { MemoryProject } from '../support/memoryProject';
import { openShared } from '../support/sharedConnection';

describe('Typing while the host answers, six times slower than the machine is', () => {
  const forms = useForms(6);
  const open = () => openShared(forms);

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
});
