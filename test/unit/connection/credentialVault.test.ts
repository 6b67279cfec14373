import assert from 'node:assert/strict';
import { CredentialVault } from '../../../src/core/connection/credentialVault';
import type { FieldChange } from '../../../src/core/connection/connectionDraft';

const type = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
const key = { fileId: 'file-1', referenceId: 'b2582db9-2bd7-4a35-94a3-fbbade0a581d' };
const file = 'file:///one';
const owner = { ...key, ...type, file };
const set = (value: string): FieldChange => ({ kind: 'replace', value });

function createVault(machine = 'machine') {
  const secrets = new Map<string, string>();
  const index = new Map<string, unknown>();
  const failing = { get: false, store: false, delete: false };
  const clock = { day: 22, now: () => Date.UTC(2026, 10, clock.day) };
  const vault = new CredentialVault(
    {
      get: (name) => (failing.get ? Promise.reject(new Error('locked')) : Promise.resolve(secrets.get(name))),
      store: (name, value) =>
        failing.store
          ? Promise.reject(new Error('keyring'))
          : Promise.resolve().then(() => void secrets.set(name, value)),
      delete: (name) =>
        failing.delete ? Promise.reject(new Error('keyring')) : Promise.resolve(void secrets.delete(name)),
    },
    {
      get: (name) => index.get(name),
      update: (name, value) => {
        if (value === undefined) index.delete(name);
        else index.set(name, value);
        return Promise.resolve();
      },
      keys: () => [...index.keys()],
    },
    clock,
    Promise.resolve(machine),
  );
  return { vault, secrets, index, failing, clock };
}

describe('CredentialVault', () => {
  it('gives back what was stored, and says when each field was set', async () => {
    const { vault } = createVault();
    await vault.write(owner, { username: set('bot'), password: set('pw') });
    assert.deepEqual(await vault.read(key, type, file), {
      kind: 'values',
      fields: { username: 'bot', password: 'pw' },
    });
    const at = '2026-11-22T00:00:00.000Z';
    assert.deepEqual(vault.status(key, type, file), {
      kind: 'stored',
      setOn: { username: at, password: at },
    });
  });

  it('keeps every value out of the index', async () => {
    const { vault, index } = createVault();
    await vault.write(owner, { username: set('planted-user'), password: set('planted-password') });
    assert.ok(!JSON.stringify([...index]).includes('planted'));
  });

  it('leaves fields that are not named, clears what shall be cleared', async () => {
    const { vault, secrets } = createVault();
    await vault.write(owner, { username: set('bot'), password: set('pw') });
    await vault.write(owner, { password: set('new') });
    assert.deepEqual(await vault.read(key, type, file), {
      kind: 'values',
      fields: { username: 'bot', password: 'new' },
    });
    await vault.write(owner, { username: { kind: 'keep' }, password: set('newer') });
    assert.deepEqual(await vault.read(key, type, file), {
      kind: 'values',
      fields: { username: 'bot', password: 'newer' },
    });
    await vault.write(owner, { username: { kind: 'clear' }, password: set('') });
    assert.deepEqual(await vault.read(key, type, file), { kind: 'none' });
    assert.equal(secrets.size, 0);
  });

  it('gives another Connection the same credentials, unless they are of another type or another file’s', async () => {
    const { vault } = createVault();
    await vault.write(owner, { username: set('bot'), password: set('pw') });
    const other = { ...owner, referenceId: 'c2582db9-2bd7-4a35-94a3-fbbade0a581d' };
    await vault.copy(key, { ...other, type: 'http_oauth2' });
    await vault.copy(key, { ...other, file: 'file:///two' });
    assert.deepEqual(await vault.read(other, type, file), { kind: 'none' });
    await vault.copy(key, other);
    assert.deepEqual(await vault.read(other, type, file), {
      kind: 'values',
      fields: { username: 'bot', password: 'pw' },
    });
    assert.equal((await vault.read(key, type, file)).kind, 'values');
  });

  it('dates each field by its own last change, and a copy like what it was copied from, index or not', async () => {
    const { vault, index, clock } = createVault();
    const on = (day: number) => `2026-11-${day}T00:00:00.000Z`;
    await vault.write(owner, { username: set('bot'), password: set('pw') });
    clock.day = 23;
    await vault.write(owner, { password: set('new') });
    clock.day = 24;
    const other = { ...owner, referenceId: 'c2582db9-2bd7-4a35-94a3-fbbade0a581d' };
    await vault.copy(key, other);
    const setOn = { username: on(22), password: on(23) };
    assert.deepEqual(vault.status(key, type, file), { kind: 'stored', setOn });
    assert.deepEqual(vault.status(other, type, file), { kind: 'stored', setOn });
    index.clear();
    for (const one of [key, other]) {
      await vault.read(one, type, file);
      assert.deepEqual(vault.status(one, type, file), { kind: 'stored', setOn });
    }
  });

  it('loses nothing of two writes at once', async () => {
    const { vault } = createVault();
    await Promise.all([
      vault.write(owner, { username: set('bot') }),
      vault.write(owner, { password: set('pw') }),
    ]);
    assert.deepEqual(await vault.read(key, type, file), {
      kind: 'values',
      fields: { username: 'bot', password: 'pw' },
    });
  });

  it('never mixes two projects that have the same Reference ID', async () => {
    const { vault } = createVault();
    await vault.write(owner, { password: set('one') });
    await vault.write({ ...owner, fileId: 'file-2' }, { password: set('two') });
    assert.deepEqual(await vault.read(key, type, file), { kind: 'values', fields: { password: 'one' } });
  });

  it('counts credentials of another type as absent, and drops them when new ones come', async () => {
    const { vault } = createVault();
    const other = { extension: '@cognigy/basic-nodes', type: 'http_apiKeyXKey' };
    await vault.write(owner, { password: set('old') });
    assert.deepEqual(vault.status(key, other, file), { kind: 'none' });
    assert.deepEqual(await vault.read(key, other, file), { kind: 'none' });
    await vault.write({ ...owner, ...other }, { authApiKey: set('new') });
    assert.deepEqual(await vault.read(key, other, file), { kind: 'values', fields: { authApiKey: 'new' } });
  });

  it('says that values are lost when the secret storage has none', async () => {
    const { vault, secrets } = createVault();
    await vault.write(owner, { password: set('pw') });
    secrets.clear();
    assert.deepEqual(await vault.read(key, type, file), { kind: 'lost' });
  });

  it('says what it said before when storing fails', async () => {
    const { vault, failing } = createVault();
    await vault.write(owner, { password: set('pw') });
    const before = vault.status(key, type, file);
    failing.store = true;
    await assert.rejects(vault.write(owner, { username: set('bot') }), /keyring/);
    assert.deepEqual(vault.status(key, type, file), before);
  });

  it('says what it said before when deleting fails', async () => {
    const { vault, index, failing } = createVault();
    await vault.write(owner, { password: set('pw') });
    const before = new Map(index);
    failing.delete = true;
    await assert.rejects(vault.delete(key, file), /keyring/);
    assert.deepEqual(index, before);
  });

  it('settles a write that was interrupted, by what the secret storage holds', async () => {
    const { vault, secrets, index } = createVault();
    await vault.write(owner, { password: set('pw') });
    const [name] = index.keys();
    index.set(name!, { ...(index.get(name!) as object), state: 'pending', setOn: {} });
    await vault.read(key, type, file);
    assert.equal(vault.status(key, type, file).kind, 'stored');
    index.set(name!, { ...(index.get(name!) as object), state: 'pending' });
    secrets.clear();
    assert.deepEqual(await vault.read(key, type, file), { kind: 'none' });
  });

  it('does not touch a record of a newer version', async () => {
    const { vault, secrets } = createVault();
    await vault.write(owner, { password: set('pw') });
    const [name] = secrets.keys();
    secrets.set(name!, '{"version": 2}');
    assert.equal(await vault.write(owner, { password: set('x') }), 'newer');
    assert.deepEqual(await vault.read(key, type, file), { kind: 'newer' });
    assert.equal(secrets.get(name!), '{"version": 2}');
  });

  it('takes a damaged record and a storage that fails for lost, and repeats nothing of them', async () => {
    const { vault, secrets, failing } = createVault();
    await vault.write(owner, { password: set('pw') });
    const [name] = secrets.keys();
    secrets.set(name!, 'planted-secret is not JSON');
    assert.deepEqual(await vault.read(key, type, file), { kind: 'lost' });
    failing.get = true;
    assert.deepEqual(await vault.read(key, type, file), { kind: 'lost' });
    failing.get = false;
    assert.equal(await vault.write(owner, { password: set('again') }), 'written');
    assert.deepEqual(await vault.read(key, type, file), { kind: 'values', fields: { password: 'again' } });
  });

  it('gives another file nothing, and lets it change nothing, until it was accepted', async () => {
    const { vault } = createVault();
    await vault.write(owner, { password: set('pw') });
    const two = 'file:///two';
    assert.deepEqual(await vault.read(key, type, two), {
      kind: 'elsewhere',
      files: [{ uri: file, isOnOtherMachine: false }],
    });
    assert.equal(await vault.write({ ...owner, file: two }, { password: set('x') }), 'elsewhere');
    assert.deepEqual(vault.status(key, type, two), { kind: 'elsewhere' });
    await vault.accept(key, two);
    assert.equal(vault.status(key, type, two).kind, 'stored');
    assert.deepEqual(await vault.read(key, type, two), { kind: 'values', fields: { password: 'pw' } });
    assert.equal((await vault.read(key, type, file)).kind, 'values');
  });

  it('takes a folder of the same path on another machine for another one (8.3)', async () => {
    const [here, there, before] = [createVault('here'), createVault('there'), createVault('here')];
    await here.vault.write(owner, { password: set('pw') });
    const [[name, text] = ['', '']] = here.secrets;
    there.secrets.set(name, text);
    assert.deepEqual(await there.vault.read(key, type, file), {
      kind: 'elsewhere',
      files: [{ uri: file, isOnOtherMachine: true }],
    });
    assert.deepEqual(there.vault.status(key, type, file), { kind: 'elsewhere' });
    assert.equal(await there.vault.write(owner, { password: set('x') }), 'elsewhere');
    await there.vault.accept(key, file);
    assert.deepEqual(await there.vault.read(key, type, file), { kind: 'values', fields: { password: 'pw' } });
    // A record from before machines were told apart may be of any.
    before.secrets.set(name, text.replace('here file:', 'file:'));
    assert.deepEqual(await before.vault.read(key, type, file), {
      kind: 'elsewhere',
      files: [{ uri: file, isOnOtherMachine: false }],
    });
  });
});
