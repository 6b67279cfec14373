import { readFile, stat } from 'node:fs/promises';

/** What is at a path; undefined where nothing is. `mtime` in milliseconds since the epoch. */
export async function statOnDisk(
  path: string,
): Promise<{ isFolder: boolean; size: number; mtime: number } | undefined> {
  try {
    const found = await stat(path);
    return { isFolder: found.isDirectory(), size: found.size, mtime: found.mtimeMs };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export function readOnDisk(path: string): Promise<Uint8Array> {
  return readFile(path);
}
