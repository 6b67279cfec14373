import assert from 'node:assert/strict';
import { walkFolder, type FolderEntry } from '../../../src/core/files/walkFolder';

/** Folders by what is in them: `a` is a file, `b/` a folder, `c -> /d` a link to a folder by its real path. */
function walk(start: string, folders: Readonly<Record<string, readonly string[]>>) {
  const listed: string[] = [];
  const linkOf = (text: string) => / -> (.*)/.exec(text)?.[1];
  /** Follows the links on the way. */
  const realPath = (path: string): string => {
    if (path === '/') return path;
    const [parent, name] = [
      realPath(path.slice(0, path.lastIndexOf('/')) || '/'),
      path.split('/').at(-1) ?? '',
    ];
    const entry = folders[parent]?.find((text) => text.startsWith(`${name} -> `));
    return entry === undefined ? `${parent === '/' ? '' : parent}/${name}` : (linkOf(entry) ?? '');
  };
  const found = walkFolder(start, {
    isSkipped: (folder) => folder.endsWith('/skipped'),
    realPath: (folder) => Promise.resolve(realPath(folder)),
    entries(folder) {
      listed.push(folder);
      return Promise.resolve(
        folders[realPath(folder)]?.map((text): FolderEntry => {
          const path = `${folder}/${text.replace(/\/$| -> .*/, '')}`;
          return { path, kind: text.endsWith('/') ? 'folder' : text.includes(' -> ') ? 'link' : 'file' };
        }),
      );
    },
  });
  return { found, listed };
}

describe('walkFolder', () => {
  it('finds all files in a folder and in its folders', async () => {
    const { found } = walk('/w', {
      '/w': ['a', 'x/', 'y/'],
      '/w/x': ['b', 'z/'],
      '/w/y': [],
      '/w/x/z': ['c'],
    });
    assert.deepEqual((await found)?.sort(), ['/w/a', '/w/x/b', '/w/x/z/c']);
  });

  it('finds every file of many folders', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}`);
    const folders = Object.fromEntries(names.map((name) => [`/w/${name}`, ['a']]));
    const { found } = walk('/w', { '/w': names.map((name) => `${name}/`), ...folders });
    assert.equal((await found)?.length, 100);
  });

  it('says so where no folder is', async () => {
    assert.equal(await walk('/w/x', { '/w': ['x'] }).found, undefined);
  });

  it('looks into no folder that is skipped', async () => {
    const { found, listed } = walk('/w', { '/w': ['skipped/', 'a'], '/w/skipped': ['b'] });
    assert.deepEqual([await found, listed], [['/w/a'], ['/w']]);
    assert.deepEqual(await walk('/w/skipped', { '/w/skipped': ['b'] }).found, undefined);
  });

  it('follows links to folders, but not in a circle', async () => {
    const { found } = walk('/w', {
      '/w': ['outside -> /o', 'x/', 'self -> /w'],
      '/w/x': ['a', 'up -> /w', 'here -> /w/x'],
      '/o': ['b', 'back -> /o', 'other -> /p'],
      '/p': ['c', 'first -> /o', 'other -> /p'],
    });
    assert.deepEqual((await found)?.sort(), ['/w/outside/b', '/w/outside/other/c', '/w/x/a']);
  });
});
