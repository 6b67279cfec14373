import { strToU8, zipSync } from 'fflate';

/** A zip archive of texts, in the order given; `time` (milliseconds since the epoch) is that of all its files. */
export function writeZip(files: ReadonlyMap<string, string>, time: number): Uint8Array {
  const entries = [...files].map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: time });
}
