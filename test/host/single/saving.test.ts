import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CredentialVault } from '../../../src/core/connection/credentialVault';
import { ConnectionDocument } from '../../../src/host/editor/connectionDocument';
import { newTarget } from '../../../src/host/editor/openConnectionEditor';
import { toEditorUri } from '../../../src/host/editor/editorTarget';
import { shippedCatalog } from '../../support/catalog';
import { access, fileUri, readText, until } from '../support';

/** Deletes what was registered, and waits until the index has heard of it: other suites look at the same view. */
async function forget(): Promise<void> {
  const { index } = await access();
  await vscode.workspace.fs.delete(fileUri('clone/.cognigy'), { recursive: true });
  const isOf = (path: string) => path === 'clone/.cognigy/connections.json';
  await until(() => index.projects.every(({ project }) => !isOf(project.connectionsPath) || !project.file));
}

/** A document of a new Connection over a secret storage of its own, which may be out of order. */
async function newDocument() {
  const services = await access();
  const owner = services.index.possibleProjects.find(({ project }) => project.folder === 'clone/agent');
  assert.ok(owner);
  const secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  const broken = { reads: false, writes: false };
  /** What waits for VS Code to have kept the index, once a value is stored. */
  const slow: { keeping?: Promise<void>; onStored?: () => void } = {};
  const vault = new CredentialVault(
    {
      get: (key) =>
        broken.reads
          ? Promise.reject(new Error('The keyring is locked.'))
          : Promise.resolve(secrets.get(key)),
      store: (key, value) =>
        broken.writes
          ? Promise.reject(new Error('The keyring is full.'))
          : Promise.resolve(void secrets.set(key, value)).then(() => slow.onStored?.()),
      delete: (key) => Promise.resolve(void secrets.delete(key)),
    },
    {
      get: (key) => state.get(key),
      keys: () => [...state.keys()],
      update: async (key, value) => {
        state.set(key, value);
        await slow.keeping;
      },
    },
    { now: () => 0 },
  );
  const logged: string[] = [];
  const target = newTarget(owner, { extension: '@cognigy/basic-nodes', type: 'http_apiKeyXKey' }, 'new');
  const document = new ConnectionDocument(toEditorUri(target, 'New'), target, shippedCatalog(), {
    ...services,
    vault,
    confirm: () => Promise.resolve(true),
    random: { uuid: () => crypto.randomUUID() },
    log: { error: (what) => void logged.push(what) },
  });
  await document.load();
  return { document, secrets, broken, slow, logged };
}

describe('Saving a Connection', () => {
  afterEach(forget);

  it('says that the machine could not store the credentials, and keeps what was typed for another try', async () => {
    const { document, secrets, broken, logged } = await newDocument();
    broken.writes = true;
    document.editText('name', 'Weather');
    document.editField('authApiKey', { kind: 'replace', value: 'kept-key' });
    const refused = await document.save();
    assert.equal(refused.kind, 'refused');
    assert.match('sentence' in refused ? refused.sentence : '', /could not store the credentials/);
    assert.deepEqual(logged, ['Storing credentials']);
    assert.deepEqual(document.draft.fields, { authApiKey: { kind: 'replace', value: 'kept-key' } });
    assert.deepEqual(document.credentials.status, { kind: 'none' });

    broken.writes = false;
    assert.equal((await document.save()).kind, 'saved');
    assert.equal(document.isTouched, false);
    assert.match([...secrets.values()].join(''), /kept-key/);
    const file = await readText(fileUri('clone/.cognigy/connections.json'));
    assert.equal(file.match(/"name": "Weather"/g)?.length, 1, 'one entry for both tries');
    assert.ok(!file.includes('kept-key'));
  });

  it('takes what it has written itself for nobody else’s, however long keeping it takes', async () => {
    const { document, slow } = await newDocument();
    document.editText('name', 'Weather');
    document.editField('authApiKey', { kind: 'replace', value: 'slow-key' });
    document.secretHasFocus = true;
    assert.equal(document.isFitForAutoSave, false);
    const goOn: (() => void)[] = [];
    slow.onStored = () => {
      slow.keeping = new Promise((kept) => goOn.push(kept));
    };
    const saved = document.save();
    await until(() => document.credentials.status.kind === 'stored');
    // As the index and the secret storage make it do, which tell of the save too.
    const refreshed = document.refresh();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(document.isContested, false);
    goOn.forEach((kept) => kept());
    assert.equal((await saved).kind, 'saved');
    await refreshed;
    assert.equal(document.isContested, false);
    // An Auto Save that was asked for meanwhile finds nothing that is half-typed.
    assert.equal(document.isFitForAutoSave, true);
  });

  it('goes on while the machine can’t read the credentials, overwrites none, and shows them again later', async () => {
    const { document, secrets, broken } = await newDocument();
    document.editText('name', 'Weather');
    document.editField('authApiKey', { kind: 'replace', value: 'kept-key' });
    assert.equal((await document.save()).kind, 'saved');

    broken.reads = true;
    await document.load();
    assert.equal(document.credentials.reading, 'lost');
    document.editText('description', 'of the town');
    assert.equal((await document.save()).kind, 'saved', 'what is in the file can be changed all the same');
    document.editField('authApiKey', { kind: 'replace', value: 'other-key' });
    const refused = await document.save();
    assert.equal(refused.kind, 'refused');
    assert.deepEqual(document.draft.fields, { authApiKey: { kind: 'replace', value: 'other-key' } });
    assert.match([...secrets.values()].join(''), /kept-key/, 'nothing is overwritten that was not read');

    broken.reads = false;
    await document.load();
    assert.equal(document.credentials.reading, 'values');
    assert.equal(await document.credentials.valueOf('authApiKey'), 'kept-key');
  });
});

describe('A value that other Connections hold too', () => {
  after(forget);

  it('is replaced there after a question, and only what was the same', async () => {
    const services = await access();
    const owner = services.index.possibleProjects.find(({ project }) => project.folder === 'clone/agent');
    assert.ok(owner);
    const questions: string[] = [];
    const open = async (name: string, mode: 'new' | 'edit', id: string) => {
      const target = {
        ...newTarget(owner, { extension: '@cognigy/basic-nodes', type: 'http_apiKeyXKey' }, id),
        mode,
      };
      const document = new ConnectionDocument(toEditorUri(target, name), target, shippedCatalog(), {
        ...services,
        confirm: ({ message }) => {
          questions.push(message);
          return Promise.resolve(true);
        },
        random: { uuid: () => crypto.randomUUID() },
        log: { error: (what) => assert.fail(what) },
      });
      await document.load();
      document.editText('name', name);
      return document;
    };
    const save = async (document: ConnectionDocument, value: string) => {
      document.editField('authApiKey', { kind: 'replace', value });
      const saved = await document.save();
      return saved.kind === 'saved' ? saved : assert.fail(saved.kind);
    };
    const first = await open('First', 'new', '1');
    const twin = await open('Twin', 'new', '2');
    const other = await open('Other', 'new', '3');
    assert.equal((await save(first, 'old-key')).offerReplacement, undefined);
    await save(twin, 'old-key');
    await save(other, 'other-key');
    await (await save(first, 'new-key')).offerReplacement?.();
    assert.deepEqual(questions, [
      '1 other Connection on this machine holds the old value. Replace it there too?',
    ]);
    assert.equal(await twin.credentials.valueOf('authApiKey'), 'new-key');
    assert.equal(await other.credentials.valueOf('authApiKey'), 'other-key');
  });
});
