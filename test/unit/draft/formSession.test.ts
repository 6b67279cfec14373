import assert from 'node:assert/strict';
import type { FieldChange } from '../../../src/core/connection/connectionDraft';
import type { ToEditor } from '../../../src/core/draft/formMessages';
import { FormSession } from '../../../src/core/draft/formSession';
import { MemoryProject } from '../../support/memoryProject';

async function openSession() {
  const project = new MemoryProject();
  const document = await project.open(project.newTarget());
  const sent: ToEditor[] = [];
  const happened: string[] = [];
  const note = (what: string) => () => Promise.resolve(void happened.push(what));
  const session = new FormSession(document, (message) => sent.push(message), {
    onEdit: () => void happened.push('edit'),
    onSecretLeft: () => void happened.push('secretLeft'),
    onOutdated: () => void happened.push('outdated'),
    save: note('save'),
    reload: note('reload'),
    copyReferenceId: note('copyReferenceId'),
    copyField: note('copyField'),
    fillFieldFromFile: () => Promise.resolve([]),
    fillFromServiceAccount: () => Promise.resolve([]),
    openUse: note('openUse'),
  });
  return { session, document, sent, happened };
}

describe('The session of a form', () => {
  it('says nothing before the form is ready, and then what there is', async () => {
    const { session, sent } = await openSession();
    session.refresh();
    session.reset();
    session.showErrors({ name: 'Enter a name.' }, true);
    assert.deepEqual(sent, []);
    await session.handle({ type: 'ready' });
    assert.deepEqual(
      sent.map(({ type }) => type),
      ['state', 'findings'],
    );
  });

  it('complains only of what was touched', async () => {
    const { session, sent } = await openSession();
    await session.handle({ type: 'ready' });
    await session.handle({ type: 'editText', key: 'name', value: 'a:b' });
    const last = sent.at(-1);
    assert.deepEqual(last?.type === 'findings' && last.errors, {
      name: 'Cognigy.AI does not allow : in a name.',
    });
  });

  it('tells of a change where something has changed, and not of keeping what is stored (8.12)', async () => {
    const { session, happened } = await openSession();
    const edit = (change: FieldChange) => session.handle({ type: 'editField', name: 'username', change });
    await session.handle({ type: 'ready' });
    await edit({ kind: 'keep' });
    assert.deepEqual(happened, []);
    await edit({ kind: 'replace', value: 'a' });
    await edit({ kind: 'keep' });
    assert.deepEqual(happened, ['edit', 'edit'], 'back to what is stored is a change too');
  });

  it('says what is the same once', async () => {
    const { session, sent } = await openSession();
    await session.handle({ type: 'ready' });
    const before = sent.length;
    session.refresh();
    session.refresh();
    assert.equal(sent.length, before);
  });

  it('stops waiting for a secret when its form is hidden, and reports nothing when it is closed', async () => {
    const { session, document, happened } = await openSession();
    await session.handle({ type: 'ready' });
    await session.handle({ type: 'secretFocus', hasFocus: true });
    assert.equal(document.secretHasFocus, true);
    session.leave();
    assert.equal(document.secretHasFocus, false);
    assert.deepEqual(happened, ['secretLeft']);
    await session.handle({ type: 'ready' });
    await session.handle({ type: 'secretFocus', hasFocus: true });
    session.close();
    assert.equal(document.secretHasFocus, false);
    assert.deepEqual(happened, ['secretLeft']);
  });
});
