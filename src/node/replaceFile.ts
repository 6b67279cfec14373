import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes a file so that it holds the old content or the new one whatever happens: a temporary file beside it, then a
 * rename. Links are followed, the mode is kept, and a file that its mode protects from writing stays as it is: a rename
 * would ask only the folder. `expected` is what was read before (undefined: no file); when the file holds something else
 * by now, nothing is written.
 */
export async function replaceFile(
  path: string,
  expected: Uint8Array | undefined,
  content: Uint8Array,
): Promise<'written' | 'changed' | 'readOnly'> {
  try {
    return await replace(path, expected, content);
  } catch (error) {
    if (isOf(error, 'EACCES', 'EPERM', 'EROFS')) return 'readOnly';
    throw error;
  }
}

async function replace(
  path: string,
  expected: Uint8Array | undefined,
  content: Uint8Array,
): Promise<'written' | 'changed' | 'readOnly'> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => followLink(path));
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

/** A link to a file that is not there yet stays a link too. */
async function followLink(path: string): Promise<string> {
  try {
    return resolve(dirname(path), await readlink(path));
  } catch {
    return path;
  }
}

function isOf(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
