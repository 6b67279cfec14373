import assert from 'node:assert/strict';
import { ownPlaces } from '../../../src/core/files/ownPlaces';

/** Links to folders: of each where it leads to in the workspace; undefined outside of it. */
async function find(links: Readonly<Record<string, string | undefined>>, ...paths: readonly string[]) {
  const asked: string[] = [];
  const homeOf = (folder: string) => {
    asked.push(folder);
    const link = Object.keys(links).find((name) => folder === name || folder.startsWith(`${name}/`));
    if (link === undefined) return Promise.resolve(folder);
    const target = links[link];
    return Promise.resolve(target === undefined ? undefined : target + folder.slice(link.length));
  };
  const matters = (path: string) => !path.startsWith('skipped/');
  return { found: await ownPlaces(paths, { homeOf, matters }), asked };
}

describe('ownPlaces', () => {
  it('counts a folder once that a link leads to as well, at its own place', async () => {
    const { found } = await find(
      { current: 'agent' },
      'current/x/a',
      'agent/x/a',
      'agent/x/b',
      'current/x/b',
    );
    assert.deepEqual(found, ['agent/x/a', 'agent/x/b']);
  });

  it('finds the own place of a file that is known by a link alone', async () => {
    assert.deepEqual((await find({ current: 'agent' }, 'current/x/a')).found, ['agent/x/a']);
  });

  it('counts a link that leads out of the workspace, or where files do not count', async () => {
    const paths = ['outside/a', 'inside/a'];
    assert.deepEqual((await find({ outside: undefined, inside: 'skipped' }, ...paths)).found, paths);
  });

  it('asks once a folder', async () => {
    const { asked } = await find({}, 'x/a', 'x/b', 'x/c', 'y/a');
    assert.deepEqual(asked, ['x', 'y']);
  });
});
