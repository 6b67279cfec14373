import { readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { TreeDisk, TreeEntry } from '../core/files/walkTree';

/** The disk by absolute paths with `/`; the root of a file system is `''` or `C:`. */
export const treeOnDisk: TreeDisk = {
  async entries(folder) {
    const entries = await readdir(onDisk(folder), { withFileTypes: true }).catch(() => undefined);
    return entries && Promise.all(entries.map((entry) => toEntry(folder, entry)));
  },
  realPath: (folder) =>
    realpath(onDisk(folder)).then(
      (path) => slashed(path),
      () => undefined,
    ),
};

interface Listed {
  readonly name: string;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

async function toEntry(folder: string, entry: Listed): Promise<TreeEntry> {
  const { name } = entry;
  if (!entry.isSymbolicLink()) return { name, kind: entry.isDirectory() ? 'folder' : 'file' };
  const target = await stat(`${folder}/${name}`).catch(() => undefined);
  return { name, kind: target?.isDirectory() ? 'link' : 'file' };
}

/** A path of Node's with `/`, and none at the end. */
export function slashed(path: string): string {
  return path.replaceAll(sep, '/').replace(/\/$/, '');
}

/** The path as Node takes it. */
export function onDisk(path: string): string {
  return path === '' || /^[A-Za-z]:$/.test(path) ? `${path}/` : path;
}
