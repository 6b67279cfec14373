import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { replaceFile } from '../../../src/node/replaceFile';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('replaceFile', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  beforeEach(() => {
    folder = temporaryFolder('replace');
    path = join(folder.path, 'a', 'b.json');
  });
  afterEach(() => folder.remove());

  it('makes a file and its folder, and leaves nothing else there', async () => {
    assert.equal(await replaceFile(path, undefined, bytes('new')), 'written');
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.deepEqual(readdirSync(join(folder.path, 'a')), ['b.json']);
  });

  it('writes nothing over what was not read', async () => {
    mkdirSync(join(folder.path, 'a'));
    writeFileSync(path, 'theirs');
    assert.equal(await replaceFile(path, undefined, bytes('ours')), 'changed');
    assert.equal(await replaceFile(path, bytes('before'), bytes('ours')), 'changed');
    assert.equal(readFileSync(path, 'utf8'), 'theirs');
    assert.equal(await replaceFile(path, bytes('theirs'), bytes('ours')), 'written');
  });

  it('makes no file anew that was deleted meanwhile', async () => {
    assert.equal(await replaceFile(path, bytes('before'), bytes('ours')), 'changed');
  });

  it('keeps the mode and follows a link', async () => {
    const target = join(folder.path, 'target.json');
    writeFileSync(target, 'x');
    chmodSync(target, 0o640);
    mkdirSync(join(folder.path, 'a'));
    symlinkSync(target, path);
    assert.equal(await replaceFile(path, bytes('x'), bytes('y')), 'written');
    assert.ok(lstatSync(path).isSymbolicLink());
    assert.equal(readFileSync(target, 'utf8'), 'y');
    assert.equal(statSync(target).mode & 0o777, 0o640);
  });

  it('keeps a link to a file that is not there yet', async () => {
    mkdirSync(join(folder.path, 'a'));
    symlinkSync(join('..', 'target.json'), path);
    assert.equal(await replaceFile(path, undefined, bytes('new')), 'written');
    assert.ok(lstatSync(path).isSymbolicLink());
    assert.equal(readFileSync(join(folder.path, 'target.json'), 'utf8'), 'new');
  });

  it('asks with the path that links lead to, before anything is made (8.5)', async () => {
    const outside = join(folder.path, 'outside');
    mkdirSync(outside);
    mkdirSync(join(folder.path, 'a'));
    writeFileSync(join(outside, 'there.json'), 'theirs');
    symlinkSync(outside, join(folder.path, 'a', 'folder'), 'junction');
    symlinkSync(join('folder', 'dangling.json'), path);
    const asked: string[] = [];
    const decline = (target: string) => {
      asked.push(target.slice(folder.path.length + 1));
      return Promise.resolve(false);
    };
    for (const way of [['folder', 'there.json'], ['folder', 'new', 'deep.json'], ['b.json'], ['own.json']]) {
      const outcome = await replaceFile(join(folder.path, 'a', ...way), undefined, bytes('x'), decline);
      assert.equal(outcome, 'declined');
    }
    assert.deepEqual(
      asked,
      [
        ['outside', 'there.json'],
        ['outside', 'new', 'deep.json'],
        ['outside', 'dangling.json'],
        ['a', 'own.json'],
      ].map((way) => join(...way)),
    );
    assert.deepEqual(readdirSync(outside), ['there.json']);
    assert.equal(readFileSync(join(outside, 'there.json'), 'utf8'), 'theirs');
  });

  it('ends at links that lead in a circle', async () => {
    mkdirSync(join(folder.path, 'a'));
    symlinkSync('b.json', path);
    await assert.rejects(replaceFile(path, undefined, bytes('x')));
  });

  it('writes nothing over a file that is read-only, though its folder would let it', async () => {
    mkdirSync(join(folder.path, 'a'));
    writeFileSync(path, 'x');
    chmodSync(path, 0o444);
    assert.equal(await replaceFile(path, bytes('x'), bytes('y')), 'readOnly');
    assert.equal(readFileSync(path, 'utf8'), 'x');
    assert.deepEqual(readdirSync(join(folder.path, 'a')), ['b.json']);
  });
});
