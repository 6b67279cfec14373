import { Inflate } from 'fflate';

/** Thrown for an archive that can't be read, or that is larger than any package is. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** A file in an archive, as its directory has it. */
export interface ZipEntry {
  /** With slashes, whichever the archive has. */
  readonly name: string;
  /** 0 for stored, 8 for deflated; no other is read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its bytes stand in the archive; never over another's. */
  readonly start: number;
  readonly end: number;
}

/** The parts of the ZIP format that are read here (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.14 to 4.5.3). */
const local = { signature: 0x04034b50, size: 30, name: 26, extra: 28 };
const central = {
  ...{ signature: 0x02014b50, size: 46, flags: 8, method: 10, packed: 20, unpacked: 24 },
  ...{ name: 28, extra: 30, comment: 32, local: 42 },
};
const end = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 };
const locator = { signature: 0x07064b50, size: 20, end: 8 };
const end64 = { signature: 0x06064b50, entries: 32, directory: 48 };
/** What stands in a field whose value is in the extra field of ZIP64. */
const inExtra = 0xffffffff;
/** The end of an archive with the longest comment, and what ZIP64 has before it. */
const mostAtEnd = 0xffff + end.size + locator.size + 56;
/** That of a hundred thousand files takes less. */
const mostOfDirectory = 32 * 1024 * 1024;

/**
 * The files of an archive, by its directory. What the directory claims of sizes is not used but for where the bytes stand,
 * and two files that share bytes are refused: of a small archive they would make any amount.
 * @throws {ArchiveError}
 */
export function zipEntries(bytes: Uint8Array, maximumEntries: number): ZipEntry[] {
  try {
    return readDirectory(bytes, maximumEntries);
  } catch (error) {
    // A place outside of the archive.
    if (error instanceof RangeError) throw new ArchiveError('The archive can’t be read.');
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, maximumEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, directory } = findEnd(view);
  if (count > maximumEntries) {
    throw new ArchiveError(`The archive holds ${count} files; at most ${maximumEntries} are read.`);
  }
  const entries: ZipEntry[] = [];
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== central.signature) throw new ArchiveError('The archive can’t be read.');
    const [nameLength, extraLength, commentLength] = [central.name, central.extra, central.comment].map(
      (field) => view.getUint16(at + field, true),
    ) as [number, number, number];
    const extra = at + central.size + nameLength;
    const { packed, offset } = placeOf(view, at, extra, extra + extraLength);
    if (view.getUint32(offset, true) !== local.signature)
      throw new ArchiveError('The archive can’t be read.');
    const start =
      offset +
      local.size +
      view.getUint16(offset + local.name, true) +
      view.getUint16(offset + local.extra, true);
    if (start + packed > directory) throw new ArchiveError('The archive can’t be read.');
    const name = new TextDecoder().decode(bytes.subarray(at + central.size, extra));
    const method = view.getUint16(at + central.method, true);
    const isEncrypted = (view.getUint16(at + central.flags, true) & 1) !== 0;
    entries.push({ name: name.replaceAll('\\', '/'), method, isEncrypted, start, end: start + packed });
    at = extra + extraLength + commentLength;
  }
  const inOrder = entries.toSorted((a, b) => a.start - b.start);
  if (inOrder.some(({ start }, i) => start < (inOrder[i - 1]?.end ?? 0))) {
    throw new ArchiveError('Files of the archive share their bytes, as in one that is made to fill a disk.');
  }
  return entries;
}

/**
 * The names in the directory of an archive, of which nothing else is read; undefined for what is no archive, or has more
 * files than that. `read` gives the bytes from a place on.
 */
export async function zipNames(
  size: number,
  maximumEntries: number,
  read: (start: number, length: number) => Promise<Uint8Array>,
): Promise<string[] | undefined> {
  const start = Math.max(0, size - mostAtEnd);
  const tail = await read(start, size - start);
  try {
    const found = findEnd(new DataView(tail.buffer, tail.byteOffset, tail.byteLength), start);
    const length = found.end - found.directory;
    if (found.count > maximumEntries || length > mostOfDirectory) return undefined;
    const isInTail = found.directory >= start;
    const bytes = isInTail ? tail.subarray(found.directory - start) : await read(found.directory, length);
    return readNames(bytes, found.count);
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function readNames(bytes: Uint8Array, count: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== central.signature) throw new ArchiveError('The archive can’t be read.');
    const start = at + central.size;
    const end = start + view.getUint16(at + central.name, true);
    names.push(new TextDecoder().decode(bytes.subarray(start, end)).replaceAll('\\', '/'));
    at = end + view.getUint16(at + central.extra, true) + view.getUint16(at + central.comment, true);
  }
  return names;
}

/**
 * How many files the directory has, where it starts and where it ends. A comment may stand behind the end. `base` is where
 * the bytes stand in the archive.
 */
function findEnd(view: DataView, base = 0): { count: number; directory: number; end: number } {
  const first = Math.max(0, view.byteLength - end.size - 0xffff);
  for (let at = view.byteLength - end.size; at >= first; at--) {
    if (view.getUint32(at, true) !== end.signature) continue;
    const count = view.getUint16(at + end.entries, true);
    const directory = view.getUint32(at + end.directory, true);
    const before = at - locator.size;
    if (before < 0 || view.getUint32(before, true) !== locator.signature)
      return { count, directory, end: base + at };
    const large = toNumber(view.getBigUint64(before + locator.end, true)) - base;
    if (view.getUint32(large, true) !== end64.signature) throw new ArchiveError('The archive can’t be read.');
    return {
      count: toNumber(view.getBigUint64(large + end64.entries, true)),
      directory: toNumber(view.getBigUint64(large + end64.directory, true)),
      end: base + large,
    };
  }
  throw new ArchiveError('The archive can’t be read.');
}

/** How long the bytes of a file are, and where its local header stands. */
function placeOf(
  view: DataView,
  at: number,
  extra: number,
  extraEnd: number,
): { packed: number; offset: number } {
  const values = [central.unpacked, central.packed, central.local].map((field) =>
    view.getUint32(at + field, true),
  );
  for (let field = extra; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    // ZIP64: those that have no room, in this order.
    let place = field + 4;
    for (const [i, value] of values.entries()) {
      if (value !== inExtra) continue;
      values[i] = toNumber(view.getBigUint64(place, true));
      place += 8;
    }
  }
  const [, packed = 0, offset = 0] = values;
  return { packed, offset };
}

function toNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError();
  return Number(value);
}

/** How much is put into the decompressor at once: of each byte it makes a thousand at most. */
const step = 16 * 1024;

/**
 * The content of a file; undefined as soon as it is more than `most` bytes, whatever the directory says.
 * @throws {ArchiveError}
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array | undefined {
  const packed = bytes.subarray(entry.start, entry.end);
  if (entry.isEncrypted) throw new ArchiveError(`“${entry.name}” in the archive is encrypted.`);
  if (entry.method === 0) return packed.length > most ? undefined : packed;
  if (entry.method !== 8) throw new ArchiveError(`“${entry.name}” is packed in a way that can’t be read.`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (size > most) return undefined;
    }
  } catch {
    throw new ArchiveError(`“${entry.name}” in the archive can’t be read.`);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
