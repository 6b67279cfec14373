import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesOnDisk, realPathOnDisk, statOnDisk } from '../../../src/node/onDisk';

describe('What is on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-connections-'));
  after(() => rmSync(folder, { recursive: true }));

  it('tells files from folders, and both from nothing', async () => {
    const path = join(folder, 'file.json');
    writeFileSync(path, '12345');
    assert.deepEqual({ ...(await statOnDisk(path)), mtime: 0 }, { isFolder: false, size: 5, mtime: 0 });
    assert.equal((await statOnDisk(folder))?.isFolder, true);
    assert.equal(await statOnDisk(join(folder, 'none')), undefined);
    assert.equal(await statOnDisk(join(path, 'below-a-file')), undefined);
  });

  it('lists files, folders, and links to folders', async () => {
    const listed = join(folder, 'listed');
    mkdirSync(join(listed, 'inner'), { recursive: true });
    writeFileSync(join(listed, 'file'), '');
    // A junction: Windows lets everybody make one.
    symlinkSync(join(listed, 'inner'), join(listed, 'link'), 'junction');
    symlinkSync(join(listed, 'none'), join(listed, 'broken'), 'junction');
    const entries = await entriesOnDisk(listed);
    assert.deepEqual(entries?.map(({ name, kind }) => `${name}: ${kind}`).sort(), [
      'broken: file',
      'file: file',
      'inner: folder',
      'link: link',
    ]);
    assert.equal(await entriesOnDisk(join(listed, 'file')), undefined);
    assert.equal(await entriesOnDisk(join(listed, 'none')), undefined);
    assert.equal(await realPathOnDisk(join(listed, 'link')), realpathSync.native(join(listed, 'inner')));
    assert.equal(await realPathOnDisk(join(listed, 'none')), undefined);
  });
});
