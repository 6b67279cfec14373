import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { sep } from 'node:path';
import type { TreeDisk, TreeEntry } from '../core/files/walkTree';

/**
 * The disk by absolute paths with `/`; the root of a file system is `''` or `C:`. Waiting for each answer is quicker than
 * what Node does to let one not wait: a third of the time.
 */
export const treeOnDisk: TreeDisk = {
  entries(folder) {
    const entries = attempt(() => readdirSync(onDisk(folder), { withFileTypes: true }));
    return Promise.resolve(entries?.map((entry) => toEntry(folder, entry)));
  },
  realPath: (folder) => Promise.resolve(attempt(() => slashed(realpathSync.native(onDisk(folder))))),
};

function toEntry(folder: string, entry: Dirent): TreeEntry {
  const { name } = entry;
  if (!entry.isSymbolicLink()) return { name, kind: entry.isDirectory() ? 'folder' : 'file' };
  const target = attempt(() => statSync(`${folder}/${name}`));
  return { name, kind: target?.isDirectory() ? 'link' : 'file' };
}

/** Undefined for what is not there, or not for us. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** A path of Node's with `/`, and none at the end. */
export function slashed(path: string): string {
  return path.replaceAll(sep, '/').replace(/\/$/, '');
}

/** The path as Node takes it. */
export function onDisk(path: string): string {
  return path === '' || /^[A-Za-z]:$/.test(path) ? `${path}/` : path;
}
