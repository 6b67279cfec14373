import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { linkFiles } from '../../../scripts/lib/packages.mjs';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';

describe('linkFiles', () => {
  it('makes the same folder, in which a file can be replaced and a link keeps what it says', () => {
    const folder = temporaryFolder('link');
    const [from, to] = [join(folder.path, 'from'), join(folder.path, 'to')];
    mkdirSync(join(from, 'a', 'b'), { recursive: true });
    writeFileSync(join(from, 'a', 'b', 'c.js'), 'one');
    symlinkSync(join('..', 'a', 'b', 'c.js'), join(from, 'a', 'link'));
    linkFiles(from, to);
    const file = join(to, 'a', 'b', 'c.js');
    assert.equal(readFileSync(file, 'utf8'), 'one');
    assert.equal(readlinkSync(join(to, 'a', 'link')), join('..', 'a', 'b', 'c.js'));
    // One file on disk, until npm puts another in its place.
    assert.equal(lstatSync(file).ino, lstatSync(join(from, 'a', 'b', 'c.js')).ino);
    rmSync(file);
    writeFileSync(file, 'two');
    assert.equal(readFileSync(join(from, 'a', 'b', 'c.js'), 'utf8'), 'one');
    folder.remove();
  });
});
