import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Folders and links on the way to a file; deeper than any, so that a circle ends. */
const maximumDepth = 500;

/**
 * Writes a file so that it holds the old content or the new one whatever happens: a temporary file beside it, then a
 * rename. Links are followed, the mode is kept, and a file that its mode protects from writing stays as it is: a rename
 * would ask only the folder. `expected` is what was read before (undefined: no file); when the file holds something else
 * by now, nothing is written. `mayWrite` is asked with the path that links lead to, before anything is made.
 */
export async function replaceFile(
  path: string,
  expected: Uint8Array | undefined,
  content: Uint8Array,
  mayWrite: (target: string) => Promise<boolean> = () => Promise.resolve(true),
): Promise<'written' | 'changed' | 'readOnly' | 'declined'> {
  try {
    const target = await targetOf(path);
    return (await mayWrite(target)) ? await replace(target, expected, content) : 'declined';
  } catch (error) {
    if (isOf(error, 'EACCES', 'EPERM', 'EROFS')) return 'readOnly';
    throw error;
  }
}

async function replace(
  target: string,
  expected: Uint8Array | undefined,
  content: Uint8Array,
): Promise<'written' | 'changed' | 'readOnly'> {
  await mkdir(dirname(target), { recursive: true });
  const current = await readFile(target).catch((error: unknown) => {
    if (isOf(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (current === undefined ? expected !== undefined : !expected || !current.equals(expected))
    return 'changed';
  const mode = current && (await stat(target)).mode;
  if (mode !== undefined && (mode & 0o222) === 0) return 'readOnly';
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return 'written';
}

/** The path without links; one to a file that is not there yet is followed too. */
async function targetOf(path: string, depth = 0): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isOf(error, 'ENOENT', 'ENOTDIR') || depth > maximumDepth || dirname(path) === path) throw error;
  }
  const folder = await targetOf(dirname(path), depth + 1);
  const link = await readlink(join(folder, basename(path))).catch(() => undefined);
  return link === undefined ? join(folder, basename(path)) : targetOf(resolve(folder, link), depth + 1);
}

function isOf(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
