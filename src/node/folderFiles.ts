import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { skippedFolders } from '../core/flow/filePlace';

/**
 * Paths of all files below a folder, relative to it with `/`, sorted; folders that never hold flows are left out and
 * links to folders are not followed.
 * @throws what the file system throws for the folder itself; folders below that can't be listed are left out.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  await walk(folder, '', files);
  return files.sort();
}

async function walk(folder: string, prefix: string, files: string[]): Promise<void> {
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) {
      // A folder may stand where a file should: it is listed too, for whoever reads it to say so.
      if (entry.name.endsWith('.json')) files.push(path);
      if (!skippedFolders.includes(entry.name)) await walk(folder, path, files).catch(() => undefined);
    } else {
      files.push(path);
    }
  }
}

/** The text of a file, without its byte order mark. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readFile(path));
}

/** Whether a file begins with these ASCII letters; the rest of it is not read. */
export async function startsWith(path: string, letters: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(letters.length), 0, letters.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === letters;
  } finally {
    await file.close();
  }
}

/** @throws one sentence for a path that names nothing. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new Error(`${path}: no such file or folder.`);
  }
}
