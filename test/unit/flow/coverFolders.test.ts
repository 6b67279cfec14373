import assert from 'node:assert/strict';
import { coverFolders, outermostFolders } from '../../../src/core/flow/coverFolders';

describe('Folders to look through', () => {
  const flows = (...names: readonly string[]) => names.map((name) => `/w/agent/flows/${name}`);
  const inWorkspace = (path: string) => path === '/w' || path.startsWith('/w/');
  const cover = (paths: readonly string[], most = 2) => coverFolders(paths, { most, mayCover: inWorkspace });

  it('are those that are in no other one, whatever their names begin with', () => {
    const paths = ['/w/a/b', '/w/a b', '/w/a', '/w/a-b', '/w/a/b/c', '/w/a'];
    assert.deepEqual(outermostFolders(paths), ['/w/a b', '/w/a-b', '/w/a']);
  });

  it('are few: of many in one folder that folder', () => {
    assert.deepEqual(cover(flows('A', 'B')), flows('A', 'B'));
    assert.deepEqual(cover(flows('A', 'B', 'C')), ['/w/agent/flows']);
    const lexicons = '/w/agent/lexicons';
    assert.deepEqual(cover([...flows('A', 'B', 'C'), lexicons]), ['/w/agent/flows', lexicons]);
  });

  it('are put together from below, no further than needed', () => {
    const locales = flows('A', 'B', 'C').flatMap((flow) => [`${flow}/de`, `${flow}/en`]);
    assert.deepEqual(cover(locales, 6), locales);
    assert.deepEqual(cover(locales, 5), flows('A', 'B', 'C'));
    assert.deepEqual(cover([...locales, '/w/x'], 2), ['/w/agent/flows', '/w/x']);
    assert.deepEqual(cover([...locales, '/w/x'], 1), ['/w']);
  });

  it('never reach beyond the workspace', () => {
    assert.deepEqual(cover(['/a', '/b', '/c']), ['/a', '/b', '/c']);
    assert.deepEqual(cover(['/w/a', '/w/b', '/w/c', '/x/a', '/x/b', '/x/c']), ['/w', '/x/a', '/x/b', '/x/c']);
  });
});
