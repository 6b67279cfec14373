import type { TreeEntry, TreeLook } from '../../core/files/walkTree';
import { baseName, isWithin } from '../../core/flow/filePlace';
import type { LeftOut } from './leftOut';
import { gitKind, isMarked, type Root, type RootOf } from './rootOf';

/** How a root is looked at, or a folder that is in none: without what is left out, unless `isAll`. */
export function lookAt(root: Root | undefined, leftOut: LeftOut, isAll: boolean, rootOf: RootOf): TreeLook {
  const look: TreeLook = {
    kindOf: (folder, entries) => kindBelow(root, folder, entries, isAll),
    leavesOut: (path, isFolder) => leftOut.has(path, isFolder),
    async inside(folder, entries) {
      const inside = isAll ? leftOut : await leftOut.in(folder, entries);
      return inside === leftOut ? look : lookAt(root, inside, isAll, rootOf);
    },
    async isElsewhere(folder) {
      // What a link leads to outside of a root counts in it, where the link is.
      if (root && !isWithin(root.folder, folder)) return false;
      return (await rootOf.find(folder))?.folder !== root?.folder;
    },
  };
  return look;
}

/** Looks into folders of these names alone, of those in the folder where it starts. */
export function lookOnlyAt(names: readonly string[], look: TreeLook): TreeLook {
  return {
    ...look,
    async inside(folder, entries) {
      const inside = await look.inside(folder, entries);
      return {
        ...inside,
        leavesOut: (path, isFolder) =>
          (isFolder && !names.includes(baseName(path))) || inside.leavesOut(path, isFolder),
      };
    },
  };
}

/** A worktree is another state of the repository: of each flow it has one more copy. */
async function kindBelow(
  root: Root | undefined,
  folder: string,
  entries: readonly TreeEntry[],
  isAll: boolean,
): Promise<'part' | 'root' | 'leftOut'> {
  const git = entries.some(({ name }) => name === '.git') ? await gitKind(folder) : undefined;
  switch (git) {
    case 'worktree':
      return isAll ? 'root' : 'leftOut';
    case 'repository':
      return 'root';
    case 'submodule':
    case undefined:
      return !root && (await isMarked(folder, entries)) ? 'root' : 'part';
  }
}
