import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { CredentialVault, type CredentialReading } from '../../../src/core/connection/credentialVault';
import { english } from '../../../src/core/english';
import { SessionSecrets } from '../../../src/core/connection/sessionSecrets';
import type { Confirmation } from '../../../src/core/ports';
import { fileSecrets, fileState } from '../../support/fileStores';
import { seededRandom } from '../../support/seededRandom';
import { isSoak } from '../../support/soak';
import {
  basic,
  fileId,
  first,
  file,
  ownerOf,
  second,
  valuesOf,
  writeRound,
  type VaultWork,
} from '../../support/vaultWork';

const child = join(__dirname, '../../support/vaultWriter.child.js');
const clock = { now: () => Date.UTC(2026, 10, 22) };
const machine = Promise.resolve('machine');
const values = (round: number | string): CredentialReading => ({ kind: 'values', fields: valuesOf(round) });

/** A window that opens on what is on disk; the oldest VS Code can't list what is stored. */
function open(path: string, { lists = true } = {}) {
  const secrets = fileSecrets(path);
  const { keys, ...unlisted } = secrets;
  const vault = new CredentialVault(
    lists ? { ...unlisted, keys } : unlisted,
    fileState(path),
    clock,
    machine,
  );
  return { vault, secrets };
}

function start(path: string, work: VaultWork, dying: number, times: number) {
  const process = spawn(globalThis.process.execPath, [child, path, work, String(dying), String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const begun = new Promise((resolve) => process.stdout.once('data', resolve));
  const ended = new Promise<'killed' | 'ended'>((resolve, reject) => {
    process.once('error', reject);
    process.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('ended');
      else reject(new Error(`The window ended with ${code ?? signal}.`));
    });
  });
  return { process, begun, ended };
}

/** How many rounds were begun and ended, by what a window wrote down. */
function journal(path: string) {
  const text = readdirSync(path)
    .filter((name) => name.startsWith('journal-'))
    .map((name) => readFileSync(join(path, name), 'utf8'))
    .join('');
  const count = (word: string) => text.split('\n').filter((line) => line.startsWith(word)).length;
  return { begun: count('begin'), ended: count('end') };
}

/** Every stored value has an entry, every entry a value; and the index says what the record says. */
async function assertWhole(path: string): Promise<void> {
  const { vault, secrets } = open(path, { lists: false });
  const stored = (await secrets.keys()).map((name) => name.split('/').slice(1).join('/')).sort();
  const listed = vault.list().map(({ fileId, referenceId }) => `${fileId}/${referenceId}`);
  assert.deepEqual(listed.sort(), stored);
  for (const entry of vault.list()) {
    const name = `connection/${entry.fileId}/${entry.referenceId}`;
    const record = JSON.parse((await secrets.get(name)) ?? '') as { setOn: unknown };
    assert.deepEqual(vault.status(entry, basic, file), { kind: 'stored', setOn: record.setOn });
  }
}

describe('The vault’s promises', () => {
  let place: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    place = temporaryFolder('vault');
  });
  afterEach(() => place.remove());

  describe('after a kill', () => {
    const none: CredentialReading = { kind: 'none' };
    const cases: Readonly<
      Record<string, { work: VaultWork; before: CredentialReading[]; after: CredentialReading[] }>
    > = {
      'a first write': { work: 'write', before: [none, none], after: [values(1), none] },
      'a write over another': { work: 'write', before: [values(0), none], after: [values(1), none] },
      'a deletion': { work: 'delete', before: [values(0), none], after: [none, none] },
      'clearing every field': { work: 'clear', before: [values(0), none], after: [none, none] },
    };
    for (const [what, { work, before, after }] of Object.entries(cases)) {
      it(`at any step of ${what} the old or the new state is there, and no value without an entry`, async () => {
        let deaths = 0;
        for (let dying = 1; ; dying++) {
          const path = join(place.path, String(dying));
          const { vault } = open(path);
          if (before[0] !== none) await writeRound(vault, first, 0);
          const end = await start(path, work, dying, 1).ended;
          const { vault: later } = open(path, { lists: false });
          await later.settle();
          // Before anybody reads: reading would find what the index has forgotten.
          await assertWhole(path);
          const state = [await later.read(first, basic, file), await later.read(second, basic, file)];
          const allowed = end === 'ended' ? [after] : [before, after];
          assert.ok(
            allowed.some((one) => JSON.stringify(one) === JSON.stringify(state)),
            `step ${dying}: ${JSON.stringify(state)}`,
          );
          await assertWhole(path);
          if (end === 'ended') break;
          deaths += 1;
        }
        assert.equal(deaths, work === 'write' || before[0] !== none ? 6 : 0);
      });
    }

    it('at any step of a move the credentials are at one place at least, whole, and listed', async () => {
      let deaths = 0;
      for (let dying = 1; ; dying++) {
        const path = join(place.path, String(dying));
        await writeRound(open(path).vault, first, 0);
        const end = await start(path, 'move', dying, 1).ended;
        const { vault } = open(path, { lists: false });
        await vault.settle();
        await assertWhole(path);
        const state = [await vault.read(first, basic, file), await vault.read(second, basic, file)];
        const full = state.filter(({ kind }) => kind !== 'none');
        assert.ok(full.length > 0);
        for (const one of full) assert.deepEqual(one, values(0));
        await assertWhole(path);
        if (end === 'ended') break;
        deaths += 1;
      }
      assert.equal(deaths, 12);
    });

    it('at random points of writing and deleting the last state or the next one is there', async function () {
      // Up to 200 processes to start.
      this.timeout(180_000);
      const random = seededRandom(6);
      let kills = 0;
      const one = async (number: number) => {
        const path = join(place.path, String(number));
        open(path);
        const { process, begun, ended } = start(path, 'mixed', 0, 1_000_000);
        await begun;
        // Turns of the event loop, not a time: where in its work they meet the other process is chance enough.
        for (let turns = random() * 2000; turns > 0; turns--) await nextTurn();
        process.kill('SIGKILL');
        assert.equal(await ended, 'killed');
        kills += 1;
        const { vault } = open(path, { lists: false });
        await vault.settle();
        await assertWhole(path);
        const state = await vault.read(first, basic, file);
        const done = journal(path);
        const stateAfter = (round: number): CredentialReading =>
          round === 0 || round % 3 === 0 ? { kind: 'none' } : values(round);
        const allowed = [stateAfter(done.ended), stateAfter(done.begun)];
        assert.ok(
          allowed.some((expected) => JSON.stringify(expected) === JSON.stringify(state)),
          `${JSON.stringify(done)}: ${JSON.stringify(state)}`,
        );
        await assertWhole(path);
      };
      const processes = isSoak ? 200 : 25;
      for (let batch = 0; batch < processes / 5; batch++) {
        await Promise.all([0, 1, 2, 3, 4].map((n) => one(batch * 5 + n)));
      }
      assert.equal(kills, processes);
    });
  });

  describe('with two windows that write at once', () => {
    it('the one Connection has the credentials of one of them, and none is without an entry', async () => {
      const { path } = place;
      open(path);
      const windows = [start(path, 'many', 0, 40), start(path, 'many', 0, 40)];
      await Promise.all(windows.map(({ ended }) => ended));
      const { vault } = open(path);
      await vault.settle();
      // What was written last in each window stands behind what the other one wrote over the index.
      const { vault: later } = open(path);
      for (const entry of later.list()) {
        const reading = await later.read(entry, basic, file);
        assert.ok(reading.kind === 'values');
        assert.deepEqual(reading, values(reading.fields.username?.slice('user-'.length) ?? ''));
      }
      assert.equal(later.list().length, 11);
      await assertWhole(path);
    });

    it('an entry that was lost is found by whoever reads, where the storage can’t be listed', async () => {
      const { path } = place;
      const one = open(path, { lists: false }).vault;
      const two = open(path, { lists: false }).vault;
      await writeRound(one, first, 1);
      await writeRound(two, second, 2);
      const third = open(path, { lists: false }).vault;
      assert.deepEqual(third.status(first, basic, file), { kind: 'none' }, 'the second window wrote over it');
      assert.deepEqual(await third.read(first, basic, file), values(1));
      assert.equal(third.status(first, basic, file).kind, 'stored');
      await writeRound(two, second, 3);
      await open(path, { lists: false }).vault.settle([first, second, ownerOf('nobody')]);
      await assertWhole(path);
      assert.equal(open(path).vault.list().length, 2);
    });

    it('an entry that was lost is found by the next start, where the storage can be listed', async () => {
      const { path } = place;
      const one = open(path).vault;
      const two = open(path).vault;
      await writeRound(one, first, 1);
      await writeRound(two, second, 2);
      const third = open(path).vault;
      assert.equal(third.list().length, 1);
      await third.settle();
      assert.equal(third.list().length, 2);
      await assertWhole(path);
    });

    it('each hears of what the other stored and deleted', async () => {
      const { path } = place;
      const one = open(path).vault;
      const two = open(path).vault;
      const name = `connection/${fileId}/${first.referenceId}`;
      await writeRound(one, first, 1);
      await two.settleChanged(name);
      assert.equal(two.status(first, basic, file).kind, 'stored');
      await one.delete(first, file);
      await two.settleChanged(name);
      assert.deepEqual(await two.read(first, basic, file), { kind: 'none' });
      await two.settleChanged('another extension’s');
      assert.deepEqual(two.list(), []);
    });
  });

  it('another profile of VS Code, whose index is empty, sees what is stored where that can be listed (8.14)', async () => {
    const { path } = place;
    await writeRound(open(path).vault, first, 1);
    const profile = new Map<string, unknown>();
    const state = {
      get: (name: string) => profile.get(name),
      keys: () => [...profile.keys()],
      update: (name: string, value: unknown) => Promise.resolve(void profile.set(name, value)),
    };
    const { keys, ...unlisted } = fileSecrets(path);
    const blind = new CredentialVault(unlisted, state, clock, machine);
    await blind.settle();
    assert.deepEqual([blind.list(), blind.seesMachine], [[], false]);
    const seeing = new CredentialVault({ ...unlisted, keys }, state, clock, machine);
    await seeing.settle();
    assert.equal(seeing.seesMachine, true);
    assert.deepEqual(seeing.status(first, basic, file).kind, 'stored');
  });

  it('a record of a newer version is neither read nor changed, moved or deleted by a file', async () => {
    const { vault, secrets } = open(place.path);
    await writeRound(vault, first, 1);
    const name = `connection/${fileId}/${first.referenceId}`;
    const newer = '{"version":2,"fields":{"password":"pass"},"files":["file:///one"]}';
    await secrets.store(name, newer);
    assert.equal((await vault.read(first, basic, file)).kind, 'newer');
    assert.equal(await writeRound(vault, first, 2), 'newer');
    assert.equal(await vault.move(first, second), 'newer');
    assert.equal(await vault.delete(first, file), undefined);
    assert.equal(await secrets.get(name), newer);
    const taken = await vault.delete(first);
    assert.equal(await secrets.get(name), undefined);
    assert.ok(taken);
    await vault.restore(taken);
    assert.equal(await secrets.get(name), newer);
  });

  it('credentials of another type are absent, and are not moved', async () => {
    const { vault } = open(place.path);
    await writeRound(vault, first, 1);
    const oauth = { extension: basic.extension, type: 'http_oauth2' };
    assert.deepEqual(await vault.read(first, oauth, file), { kind: 'none' });
    assert.deepEqual(vault.status(first, oauth, file), { kind: 'none' });
    assert.equal(await vault.move(first, { ...second, ...oauth }), 'none');
    assert.deepEqual(await vault.read(first, basic, file), values(1));
  });

  it('a storage that fails to decrypt is said to have lost them, nothing is forgotten, and no error is passed on', async () => {
    const { path } = place;
    await writeRound(open(path).vault, first, 1);
    const locked = {
      ...fileSecrets(path),
      get: () => Promise.reject(new Error('can’t decrypt pass-1')),
    };
    const vault = new CredentialVault(locked, fileState(path), clock, machine);
    assert.deepEqual(await vault.read(first, basic, file), { kind: 'lost' });
    await vault.settle();
    await vault.settleChanged(`connection/${fileId}/${first.referenceId}`);
    assert.equal(vault.status(first, basic, file).kind, 'stored');
    assert.deepEqual(await open(path).vault.read(first, basic, file), values(1));
  });

  it('what a keyring has lost is said, until it is deleted or set again', async () => {
    const { vault, secrets } = open(place.path);
    await writeRound(vault, first, 1);
    await secrets.delete(`connection/${fileId}/${first.referenceId}`);
    await vault.settle();
    assert.deepEqual(await vault.read(first, basic, file), { kind: 'lost' });
    await vault.delete(first, file);
    assert.deepEqual(await vault.read(first, basic, file), { kind: 'none' });
  });

  it('a write that the storage refuses leaves what was', async () => {
    const { path } = place;
    await writeRound(open(path).vault, first, 1);
    const full = { ...fileSecrets(path), store: () => Promise.reject(new Error('full')) };
    const vault = new CredentialVault(full, fileState(path), clock, machine);
    await assert.rejects(writeRound(vault, first, 2), /full/);
    await assert.rejects(vault.move(first, second), /full/);
    assert.deepEqual(await open(path).vault.read(first, basic, file), values(1));
    await assertWhole(path);
  });

  it('a missing keyring keeps for a session what the user agrees to, and forgets it with the next start', async () => {
    const { path } = place;
    await writeRound(open(path).vault, second, 1);
    const missing = { ...fileSecrets(path), store: () => Promise.reject(new Error('no keyring')) };
    const asked: string[] = [];
    let answer = false;
    const confirm = ({ message, agree }: Confirmation) =>
      Promise.resolve(void asked.push(`${message} [${agree}]`)).then(() => answer);
    const vault = new CredentialVault(
      new SessionSecrets(missing, confirm, english),
      fileState(path),
      clock,
      machine,
    );
    await assert.rejects(writeRound(vault, first, 2), /no keyring/);
    assert.deepEqual(asked, [
      'This system has no keyring, so credentials can’t be stored safely. Keep them until VS Code closes? [Keep for This Session]',
    ]);
    assert.deepEqual(await vault.read(first, basic, file), { kind: 'none' });
    answer = true;
    await writeRound(vault, first, 2);
    await writeRound(vault, second, 2);
    assert.equal(asked.length, 2, 'once it was agreed to, nobody is asked again');
    await vault.settle();
    assert.deepEqual(await vault.read(first, basic, file), values(2));
    assert.equal(vault.status(first, basic, file).kind, 'stored');
    assert.ok(!readdirSync(path, { recursive: true }).join().includes(first.referenceId));
    const next = open(path).vault;
    await next.settle();
    assert.equal(next.status(first, basic, file).kind, 'none');
    assert.deepEqual(await next.read(first, basic, file), { kind: 'none' });
    assert.deepEqual(await next.read(second, basic, file), values(1), 'what was stored before');
    await vault.delete(first, file);
    assert.deepEqual(await vault.read(first, basic, file), { kind: 'none' });
    await assertWhole(path);
  });

  it('a keyring that comes back stores what is set from then on, and what it does not delete is said', async () => {
    const secrets = fileSecrets(place.path);
    const failing = { store: true, delete: false };
    const session = new SessionSecrets(
      {
        ...secrets,
        store: (name, value) =>
          failing.store ? Promise.reject(new Error('no keyring')) : secrets.store(name, value),
        delete: (name) => (failing.delete ? Promise.reject(new Error('locked')) : secrets.delete(name)),
      },
      () => Promise.resolve(true),
      english,
    );
    await session.store('a', 'kept');
    assert.equal(session.isLasting('a'), false);
    failing.store = false;
    await session.store('a', 'stored');
    assert.equal(await session.get('a'), 'stored');
    assert.equal(session.isLasting('a'), true);
    failing.delete = true;
    await assert.rejects(session.delete('a'), /locked/);
    assert.equal(await session.get('a'), 'stored');
  });

  it('another file with the same ids gets, changes, moves, copies and deletes nothing before it was accepted', async () => {
    const { vault } = open(place.path);
    await writeRound(vault, first, 1);
    const copy = 'file:///copy';
    assert.deepEqual(await vault.read(first, basic, copy), {
      kind: 'elsewhere',
      files: [{ uri: file, isOnOtherMachine: false }],
    });
    assert.equal(await writeRound(vault, { ...first, file: copy }, 2), 'elsewhere');
    assert.equal(await vault.move(first, { ...second, file: copy }), 'elsewhere');
    assert.equal(await vault.copy(first, { ...second, file: copy }), 'elsewhere');
    assert.equal(await vault.delete(first, copy), undefined);
    assert.deepEqual(await vault.read(first, basic, file), values(1));
    assert.deepEqual(await vault.read(second, basic, file), { kind: 'none' });
    await vault.accept(first, copy);
    assert.ok(await vault.delete(first, copy));
  });

  it('a move does not write over credentials that another file has at the new ID', async () => {
    const { vault } = open(place.path);
    await writeRound(vault, first, 1);
    await writeRound(vault, { ...second, file: 'file:///two' }, 2);
    assert.equal(await vault.move(first, second), 'elsewhere');
    assert.deepEqual(await vault.read(second, basic, 'file:///two'), values(2));
  });

  it('two projects with the same Reference ID keep their own, whatever is done to one of them', async () => {
    const { vault } = open(place.path);
    const other = { ...first, fileId: 'file-2' };
    await writeRound(vault, first, 1);
    await writeRound(vault, other, 2);
    assert.deepEqual(await vault.read(first, basic, file), values(1));
    assert.equal(await vault.move(first, second), 'values');
    assert.deepEqual(await vault.read(other, basic, file), values(2));
    await vault.delete(other, file);
    assert.deepEqual(await vault.read(second, basic, file), values(1));
  });

  it('a workspace file that was removed leaves its credentials listed, and finds them when it comes back', async () => {
    const { path } = place;
    const labels = { name: 'ServiceNow', project: 'sales' };
    const named = new CredentialVault(fileSecrets(path), fileState(path), clock, machine, () => labels);
    await writeRound(named, first, 1);
    const { vault } = open(path);
    await vault.ready();
    const [entry] = vault.list();
    assert.deepEqual([entry?.label, entry?.files], [labels, [{ uri: file, isOnOtherMachine: false }]]);
    await writeRound(vault, ownerOf('another'), 3);
    assert.deepEqual(await vault.read(first, basic, file), values(1));
  });

  it('what was deleted comes back whole, with its dates, and only while nothing new is there', async () => {
    const { vault } = open(place.path);
    await writeRound(vault, first, 1);
    const before = vault.list();
    const taken = await vault.delete(first, file);
    assert.ok(taken);
    assert.deepEqual(Object.keys(taken), ['key'], 'no value leaves the vault');
    assert.deepEqual(vault.list(), []);
    await vault.restore(taken);
    assert.deepEqual(vault.list(), before);
    assert.deepEqual(await vault.read(first, basic, file), values(1));
    const again = await vault.delete(first, file);
    await writeRound(vault, first, 2);
    assert.ok(again);
    await vault.restore(again);
    assert.deepEqual(await vault.read(first, basic, file), values(2));
  });

  it('others that hold a secret’s old value are found and get the new one, without a value leaving the vault', async () => {
    const { vault } = open(place.path);
    const third = ownerOf('d2582db9-2bd7-4a35-94a3-fbbade0a581d');
    const set = (value: string) => ({ kind: 'replace', value }) as const;
    await vault.write(first, { username: set('same'), password: set('same') });
    await vault.write({ ...second, fileId: 'file-2' }, { username: set('same'), password: set('same') });
    await vault.write(third, { username: set('same'), password: set('other') });
    const fourth = { ...third, fileId: 'file-4' };
    await vault.write(fourth, { password: set('same') });
    const isSecret = (_: unknown, name: string) => name === 'password';
    const to = (password: string) => new Map([['password', password]]);
    assert.deepEqual(await vault.othersWith(first, to('same'), isSecret), []);
    const others = await vault.othersWith(first, to('new'), isSecret);
    assert.deepEqual(others, [
      { fileId: 'file-2', referenceId: second.referenceId, field: 'password', own: 'password' },
      { fileId: 'file-4', referenceId: third.referenceId, field: 'password', own: 'password' },
    ]);
    await vault.write(first, { password: set('new') });
    // While the user is asked, another window gives it a third one.
    await vault.write(fourth, { password: set('newest') });
    assert.equal(await vault.replaceIn(others, first), 1);
    assert.deepEqual(await vault.read({ ...second, fileId: 'file-2' }, basic, file), {
      kind: 'values',
      fields: { username: 'same', password: 'new' },
    });
    assert.deepEqual(await vault.read(fourth, basic, file), {
      kind: 'values',
      fields: { password: 'newest' },
    });
    assert.deepEqual(await vault.othersWith(ownerOf('nobody'), to(''), () => true), []);
  });

  it('reads each record once to find others, however many fields change (8.19)', async () => {
    let reads = 0;
    const { path } = place;
    const stored = fileSecrets(path);
    const counted = {
      ...stored,
      get: (name: string) => {
        reads++;
        return stored.get(name);
      },
    };
    const vault = new CredentialVault(counted, fileState(path), clock, machine);
    const third = ownerOf('d2582db9-2bd7-4a35-94a3-fbbade0a581d');
    for (const owner of [first, second, third]) await writeRound(vault, owner, 1);
    reads = 0;
    const others = await vault.othersWith(first, new Map(Object.entries(valuesOf(2))), () => true);
    assert.equal(reads, 3);
    assert.deepEqual(new Set(others.map(({ own, field }) => own === field)), new Set([true]));
    assert.equal(others.length, 2 * Object.keys(valuesOf(1)).length);
  });

  it('the index holds no value at any time', async () => {
    const { vault } = open(place.path);
    await writeRound(vault, first, 'planted');
    await vault.move(first, second);
    const state = readFileSync(join(place.path, 'state.json'), 'utf8');
    assert.ok(state.includes('setOn') && !state.includes('planted'));
  });
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
