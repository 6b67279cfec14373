import assert from 'node:assert/strict';
import type { ConnectionDraft } from '../../../src/core/connection/connectionDraft';
import { draftOf, readBackup, toBackup } from '../../../src/core/draft/draftBackup';

const stored: ConnectionDraft = {
  name: 'ServiceNow',
  description: 'Ticket system',
  referenceId: 'b2582db9-2bd7-4a35-94a3-fbbade0a581d',
  fields: {},
  plainFields: ['host', 'region'],
  addedFields: [],
};
const kept = (draft: Partial<ConnectionDraft>, forgotten: string[] = []) =>
  readBackup(JSON.stringify(toBackup({ ...stored, ...draft }, stored, forgotten)));

describe('The backup of a draft', () => {
  it('holds of the texts those that differ, with what stood there before', () => {
    const { texts, before } = kept({ name: 'Tickets' });
    assert.deepEqual(texts, { name: 'Tickets' });
    assert.deepEqual(before, { name: 'ServiceNow' });
  });

  it('holds the marked fields only where they were changed', () => {
    assert.equal(kept({ plainFields: ['region', 'host'] }).plainFields, undefined);
    assert.deepEqual(kept({ plainFields: [] }).plainFields, []);
  });

  it('holds of credentials the names of those that were touched, those of an earlier backup too', () => {
    const fields = {
      username: { kind: 'keep' as const },
      password: { kind: 'replace' as const, value: 'planted' },
    };
    assert.deepEqual(kept({ fields }, ['token']).touchedFields, ['token', 'password']);
    assert.ok(!JSON.stringify(kept({ fields })).includes('planted'));
  });

  it('comes back on what the file holds by then, and is contested where both changed the same', () => {
    const backup = kept({ name: 'Tickets' });
    const elsewhere = { ...stored, description: 'of another branch', plainFields: [] };
    assert.deepEqual(draftOf(backup, elsewhere), {
      draft: { ...elsewhere, name: 'Tickets' },
      isContested: false,
    });
    const isContested = (name: string) => draftOf(backup, { ...stored, name }).isContested;
    assert.equal(isContested('Jira'), true);
    assert.equal(isContested('Tickets'), false, 'both to the same');
    assert.equal(isContested('ServiceNow'), false);
  });

  it('is nothing to restore where the file holds something else', () => {
    const nothing = { texts: {}, before: {}, touchedFields: [], plainFields: undefined, addedFields: [] };
    assert.deepEqual(readBackup('[]'), nothing);
    assert.deepEqual(readBackup('{"texts":{"name":1},"touchedFields":[2]}'), nothing);
  });
});
