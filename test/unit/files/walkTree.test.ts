import assert from 'node:assert/strict';
import { throughLinks, walkTree, type TreeEntry, type TreeLook } from '../../../src/core/files/walkTree';

const everything: TreeLook = {
  kindOf: () => Promise.resolve('part'),
  inside: () => Promise.resolve(everything),
  leavesOut: () => false,
  isElsewhere: () => Promise.resolve(false),
};

/** Folders by what is in them: `a` is a file, `b/` a folder, `c -> /d` a link to a folder by its real path. */
async function walk(folders: Readonly<Record<string, readonly string[]>>, look = everything) {
  const listed: string[] = [];
  const linkOf = (path: string): string | undefined => {
    const at = path.lastIndexOf('/');
    const found = folders[path.slice(0, at)]?.find((text) => text.startsWith(`${path.slice(at + 1)} -> `));
    return found?.split(' -> ')[1];
  };
  const realOf = (path: string): string => {
    const at = path.lastIndexOf('/');
    const real = at <= 0 ? path : `${realOf(path.slice(0, at))}${path.slice(at)}`;
    return linkOf(real) ?? real;
  };
  const tree = await walkTree(
    '/w',
    {
      realPath: (folder) => Promise.resolve(realOf(folder)),
      entries(folder) {
        listed.push(folder);
        return Promise.resolve(
          folders[realOf(folder)]?.map((text): TreeEntry => {
            const kind = text.endsWith('/') ? 'folder' : text.includes(' -> ') ? 'link' : 'file';
            return { name: text.replace(/\/$| -> .*/, ''), kind };
          }),
        );
      },
    },
    look,
  );
  return { ...tree, files: tree.files.toSorted(), listed, tree };
}

describe('walkTree', () => {
  it('finds all files, a folder that stands for one too, and names folders that can’t be listed', async () => {
    const { files, unlisted } = await walk({
      '/w': ['a', 'b/', 'closed/', '.git/', 'node_modules/'],
      '/w/b': ['c', 'chart.json/'],
      '/w/b/chart.json': [],
      '/w/.git': ['x'],
      '/w/node_modules': ['x'],
    });
    assert.deepEqual(files, ['/w/a', '/w/b/c', '/w/b/chart.json']);
    assert.deepEqual(unlisted, ['/w/closed']);
  });

  it('looks into each real folder once, and ends where links lead round', async () => {
    const { files, links, listed } = await walk({
      '/w': ['a/', 'b/', 'self -> /w'],
      '/w/a': ['x', 'to b -> /w/b', 'deep -> /out/deep'],
      '/w/b': ['y', 'to a -> /w/a', 'out -> /out'],
      '/out': ['z', 'deep/', 'back -> /w'],
      '/out/deep': ['d', 'again -> /out'],
    });
    assert.deepEqual(files, ['/w/a/x', '/w/b/out/deep/d', '/w/b/out/z', '/w/b/y']);
    assert.equal(new Set(listed).size, listed.length);
    assert.equal(links.get('/w/a/to b'), '/w/b');
    assert.equal(links.get('/w/a/deep'), '/w/b/out/deep');
  });

  it('counts at the link what is left out where it really is', async () => {
    const look: TreeLook = { ...everything, leavesOut: (path) => path === '/w/dist' };
    const { files } = await walk(
      { '/w': ['dist/', 'agent -> /w/dist/agent'], '/w/dist': ['agent/'], '/w/dist/agent': ['x'] },
      { ...look, inside: () => Promise.resolve(look) },
    );
    assert.deepEqual(files, ['/w/agent/x']);
  });

  it('names roots of their own, below and behind links', async () => {
    const look: TreeLook = {
      ...everything,
      kindOf: (folder) => Promise.resolve(folder === '/w/repo' ? 'root' : 'part'),
      isElsewhere: (folder) => Promise.resolve(folder.startsWith('/w/repo/')),
      inside: () => Promise.resolve(look),
    };
    const { files, roots, tree } = await walk(
      { '/w': ['repo/', 'a', 'p/'], '/w/p': ['agent -> /w/repo/agent'], '/w/repo': ['agent/'] },
      look,
    );
    assert.deepEqual([files, roots], [['/w/a'], ['/w/repo', '/w/repo/agent']]);
    assert.deepEqual(throughLinks(['/w/p/agent/flows'], tree), ['/w/p/agent/flows', '/w/repo/agent/flows']);
    assert.deepEqual(throughLinks(['/w/p'], tree), ['/w/p', '/w/repo/agent']);
  });
});
