import assert from 'node:assert/strict';
import { revertDraft, RunningSaves } from '../../../src/core/draft/saveDraft';
import { basicAuth, MemoryProject } from '../../support/memoryProject';

const referenceId = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';

describe('Revert', () => {
  it('says so when more was typed while what is stored is read (8.12)', async () => {
    const project = new MemoryProject();
    project.register({ referenceId, name: 'Stored', ...basicAuth });
    const document = await project.open(project.editTarget(referenceId));
    document.editText('name', 'Typed before');
    assert.deepEqual(await revertDraft(document, []), { isTouched: false });
    assert.equal(document.draft.name, 'Stored');
    const load = document.credentials.load.bind(document.credentials);
    document.credentials.load = (fieldsOf) => {
      document.editText('name', 'Typed meanwhile');
      return load(fieldsOf);
    };
    assert.deepEqual(await revertDraft(document, []), { isTouched: true });
    assert.equal(document.draft.name, 'Typed meanwhile');
  });
});

describe('Saves that were asked for', () => {
  it('run until the last of them has ended, whatever becomes of it (8.12)', async () => {
    const saves = new RunningSaves();
    let refuse = (): void => undefined;
    const first = saves.during(() => Promise.resolve());
    const second = saves.during(
      () => new Promise((_, reject) => (refuse = () => reject(new Error('refused')))),
    );
    await first;
    assert.equal(saves.areRunning, true);
    refuse();
    await assert.rejects(second);
    assert.equal(saves.areRunning, false);
  });
});
