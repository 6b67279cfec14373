import { readFileSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { decodeText } from '../core/textFile';

/** The text of a file, without its byte order mark. Waiting for each is a third of what promises cost. */
export function readText(path: string): Promise<string> {
  return new Promise((resolve) => {
    resolve(decodeText(readFileSync(path)));
  });
}

/** Whether a file begins with these ASCII letters; the rest of it is not read. */
export function startsWith(path: string, letters: string): Promise<boolean> {
  return withFile(path, async (_size, read) => {
    const bytes = await read(0, letters.length);
    return Buffer.from(bytes).toString('latin1') === letters;
  });
}

/** Reads parts of a file: `use` gets its size, and what gives the bytes from a place on, fewer at its end. */
export async function withFile<T>(
  path: string,
  use: (size: number, read: (start: number, length: number) => Promise<Uint8Array>) => Promise<T>,
): Promise<T> {
  const file = await open(path);
  try {
    return await use((await file.stat()).size, async (start, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}

/** @throws one sentence for a path that names nothing. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new Error('no such file or folder.');
  }
}
