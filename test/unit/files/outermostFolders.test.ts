import assert from 'node:assert/strict';
import { everything } from '../../../src/core/files/followedDisk';
import { outermostFolders } from '../../../src/core/files/outermostFolders';

describe('outermostFolders', () => {
  it('gives those that are in no other one, whatever their names begin with', () => {
    const paths = ['/w/a/b', '/w/a b', '/w/a', '/w/a-b', '/w/a/b/c', '/w/a'];
    assert.deepEqual(outermostFolders(paths), ['/w/a b', '/w/a-b', '/w/a']);
  });

  it('gives everything where it is among them', () => {
    assert.deepEqual(outermostFolders(['/w/a', everything, 'file:///w/b']), [everything]);
  });
});
