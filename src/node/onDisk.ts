import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What is at a path; undefined where nothing is. `mtime` in milliseconds since the epoch. */
export async function statOnDisk(
  path: string,
): Promise<{ isFolder: boolean; size: number; mtime: number } | undefined> {
  const found = await ifThere(stat(path));
  return found && { isFolder: found.isDirectory(), size: found.size, mtime: found.mtimeMs };
}

export function readOnDisk(path: string): Promise<Uint8Array> {
  return readFile(path);
}

/** What is in a folder; undefined where no folder is. A link is one to a folder. */
export async function entriesOnDisk(
  path: string,
): Promise<{ name: string; kind: 'file' | 'folder' | 'link' }[] | undefined> {
  const entries = await ifThere(readdir(path, { withFileTypes: true }));
  if (!entries) return undefined;
  const kinds = entries.map(async (entry) => {
    if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : 'file';
    const target = await stat(join(path, entry.name)).catch(() => undefined);
    return target?.isDirectory() ? 'link' : 'file';
  });
  return Promise.all(
    entries.map(async ({ name }, index) => ({ name, kind: (await kinds[index]) ?? 'file' })),
  );
}

/** The path of what is there, without links; undefined where nothing is. */
export function realPathOnDisk(path: string): Promise<string | undefined> {
  return ifThere(realpath(path));
}

async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
