import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file so that it holds the old content or the new one whatever happens: a temporary file beside it, then a
 * rename. Links are followed, the mode is kept. `expected` is what was read before (undefined: no file); when the file
 * holds something else by now, nothing is written.
 */
export async function replaceFile(
  path: string,
  expected: Uint8Array | undefined,
  content: Uint8Array,
): Promise<'written' | 'changed'> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const current = await readFile(target).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
  if (current === undefined ? expected !== undefined : !expected || !current.equals(expected))
    return 'changed';
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (current) await chmod(temporary, (await stat(target)).mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return 'written';
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
