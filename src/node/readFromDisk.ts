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

/** The text of a file in UTF-8, without its byte order mark. */
export async function readTextFromDisk(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
