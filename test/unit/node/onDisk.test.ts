import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statOnDisk } from '../../../src/node/onDisk';

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
});
