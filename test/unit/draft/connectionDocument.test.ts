import assert from 'node:assert/strict';
import type { ConnectionDocument } from '../../../src/core/draft/connectionDocument';
import { connectionsPath, MemoryProject } from '../../support/memoryProject';

const apiKey = { extension: '@cognigy/basic-nodes', type: 'http_apiKeyXKey' };
const set = (value: string) => ({ kind: 'replace', value }) as const;

async function newDocument() {
  const project = new MemoryProject();
  const document = await project.open(project.newTarget(apiKey));
  const { secrets, faults } = project.stores;
  return { project, document, secrets, faults };
}

describe('Saving a Connection', () => {
  it('says that the machine could not store the credentials, and keeps what was typed for another try', async () => {
    const { project, document, secrets, faults } = await newDocument();
    faults.writes = true;
    document.editText('name', 'Weather');
    document.editField('authApiKey', set('kept-key'));
    const refused = await document.save();
    assert.equal(refused.kind, 'refused');
    assert.match('sentence' in refused ? refused.sentence : '', /could not store the credentials/);
    assert.deepEqual(project.logged, ['Storing credentials']);
    assert.deepEqual(document.draft.fields, { authApiKey: set('kept-key') });
    assert.deepEqual(document.credentials.status, { kind: 'none' });

    faults.writes = false;
    assert.equal((await document.save()).kind, 'saved');
    assert.equal(document.isTouched, false);
    assert.match([...secrets.values()].join(''), /kept-key/);
    assert.equal(project.connections.length, 1, 'one entry for both tries');
    assert.ok(!project.connectionsText.includes('kept-key'));
  });

  it('takes what it has written itself for nobody else’s, however long keeping it takes', async () => {
    const { document, faults } = await newDocument();
    document.editText('name', 'Weather');
    document.editField('authApiKey', set('slow-key'));
    document.secretHasFocus = true;
    assert.equal(document.isFitForAutoSave, false);
    const goOn: (() => void)[] = [];
    const stored = new Promise<void>((resolve) => {
      faults.onStored = () => {
        resolve();
        return new Promise((kept) => goOn.push(kept));
      };
    });
    const saved = document.save();
    await stored;
    // As the index and the secret storage make it do, which tell of the save too.
    const refreshed = document.refresh();
    assert.equal(document.isContested, false);
    goOn.forEach((kept) => kept());
    assert.equal((await saved).kind, 'saved');
    await refreshed;
    assert.equal(document.isContested, false);
    // An Auto Save that was asked for meanwhile finds nothing that is half-typed.
    assert.equal(document.isFitForAutoSave, true);
  });

  it('goes on while the machine can’t read the credentials, overwrites none, and shows them again later', async () => {
    const { document, secrets, faults } = await newDocument();
    document.editText('name', 'Weather');
    document.editField('authApiKey', set('kept-key'));
    assert.equal((await document.save()).kind, 'saved');

    faults.reads = true;
    await document.load();
    assert.equal(document.credentials.reading, 'lost');
    document.editText('description', 'of the town');
    assert.equal((await document.save()).kind, 'saved', 'what is in the file can be changed all the same');
    document.editField('authApiKey', set('other-key'));
    const refused = await document.save();
    assert.equal(refused.kind, 'refused');
    assert.deepEqual(document.draft.fields, { authApiKey: set('other-key') });
    assert.match([...secrets.values()].join(''), /kept-key/, 'nothing is overwritten that was not read');

    faults.reads = false;
    await document.load();
    assert.equal(document.credentials.reading, 'values');
    assert.equal(await document.credentials.valueOf('authApiKey'), 'kept-key');
  });

  it('says that its folder is gone, and writes nothing', async () => {
    const { project, document } = await newDocument();
    document.editText('name', 'Homeless');
    project.isFolderThere = false;
    assert.deepEqual(await document.save(), {
      kind: 'refused',
      sentence: 'The folder “work” is gone. Bring it back, then save again.',
    });
    project.isFolderOpen = false;
    const refused = await document.save();
    assert.match(
      'sentence' in refused ? refused.sentence : '',
      /^The folder of this Connection is no longer open/,
    );
    assert.deepEqual(project.files, {});
  });

  it('adds what was deleted meanwhile again, as it was', async () => {
    const { project, document } = await newDocument();
    document.editText('name', 'Kept');
    await document.save();
    const before = project.connections;
    project.register();
    await document.refresh();
    assert.equal(document.draft.name, 'Kept');
    assert.equal((await document.save()).kind, 'saved');
    assert.deepEqual(project.connections, before);
  });

  it('keeps its title until something is stored, and then has the name that is stored', async () => {
    const { project, document } = await newDocument();
    document.editText('name', 'Weather');
    assert.equal(document.title, 'New Connection · API Key (X-Api-Key)');
    await document.save();
    assert.equal(document.title, 'Weather · API Key (X-Api-Key)');
    document.editText('name', 'Typed');
    assert.equal(document.title, 'Weather · API Key (X-Api-Key)');
    project.files['.cognigy/connections.json'] = project.connectionsText.replace('Weather', 'Climate');
    await document.refresh();
    assert.equal(document.title, 'Climate · API Key (X-Api-Key)');
  });
});

describe('A value that other Connections hold too', () => {
  it('is replaced there after a question, and only what was the same', async () => {
    const project = new MemoryProject();
    const open = async (name: string) => {
      const document = await project.open(project.newTarget(apiKey, name));
      document.editText('name', name);
      return document;
    };
    const save = async (document: ConnectionDocument, value: string) => {
      document.editField('authApiKey', set(value));
      const saved = await document.save();
      return saved.kind === 'saved' ? saved : assert.fail(saved.kind);
    };
    const first = await open('First');
    const twin = await open('Twin');
    const other = await open('Other');
    assert.equal((await save(first, 'old-key')).offerReplacement, undefined);
    await save(twin, 'old-key');
    await save(other, 'other-key');
    await (await save(first, 'new-key')).offerReplacement?.();
    assert.deepEqual(
      project.asked.map(({ message }) => message),
      ['1 other Connection on this machine holds the old value. Replace it there too?'],
    );
    assert.equal(await twin.credentials.valueOf('authApiKey'), 'new-key');
    assert.equal(await other.credentials.valueOf('authApiKey'), 'other-key');
  });
});

describe('A field that the connections file calls no secret (8.2)', () => {
  it('shows nothing that was stored as a secret, until it is replaced', async () => {
    const project = new MemoryProject();
    const type = { extension: '@acme/crm', type: 'crm' };
    const document = await project.open(project.newTarget(type));
    document.editText('name', 'CRM');
    for (const name of ['apiKey', 'host']) assert.equal(document.addField(name), undefined);
    document.markPlain('host', true);
    document.editField('apiKey', set('planted-key'));
    document.editField('host', set('crm.example.com'));
    assert.equal((await document.save()).kind, 'saved');
    assert.deepEqual(document.credentials.plainValues, { host: 'crm.example.com' });

    // As somebody commits it.
    const text = project.connectionsText.replace(
      /"plainFields": \[[^\]]*\]/,
      '"plainFields": ["apiKey", "host"]',
    );
    assert.notEqual(text, project.connectionsText);
    project.files[connectionsPath] = text;
    const referenceId = String(project.connections[0]?.referenceId);
    const reopened = await project.open(project.editTarget(referenceId, type));
    assert.deepEqual(reopened.credentials.plainValues, { host: 'crm.example.com' });
    reopened.editField('apiKey', set('no secret any more'));
    assert.equal((await reopened.save()).kind, 'saved');
    assert.match(JSON.stringify(reopened.credentials.plainValues), /"apiKey":"no secret any more"/);
  });

  it('shows nothing of a record from before that was known', async () => {
    const project = new MemoryProject();
    const type = { extension: '@acme/crm', type: 'crm' };
    const document = await project.open(project.newTarget(type));
    document.editText('name', 'CRM');
    assert.equal(document.addField('host'), undefined);
    document.markPlain('host', true);
    document.editField('host', set('crm.example.com'));
    assert.equal((await document.save()).kind, 'saved');
    const { secrets } = project.stores;
    for (const [key, record] of secrets) secrets.set(key, record.replace(',"plain":["host"]', ''));
    await document.load();
    assert.deepEqual(document.credentials.plainValues, {});
    assert.deepEqual(document.credentials.storedNames, ['host']);
  });
});
