import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { PlaceOf } from '../../core/flow/filePlace';
import { snapshotMagic } from '../../core/flow/snapshot';
import { startsWith, withFile } from '../../node/folderFiles';
import { slashed } from '../../node/treeOnDisk';
import { isPackageZip, mostArchiveBytes, readPackageZip } from '../../platform/packageZip';
import type { TextSource } from '../textSource';

export function isArchive(path: string): boolean {
  return path.toLowerCase().endsWith('.zip');
}

/** By its name and by what it begins with: anything may be called `.csnap`. */
export async function isSnapshot(path: string): Promise<boolean> {
  return path.toLowerCase().endsWith('.csnap') && startsWith(path, snapshotMagic).catch(() => false);
}

export function describeSnapshot(shown: string): string {
  return `${shown}: a Cognigy.AI snapshot, encrypted as a whole; it can’t be checked.`;
}

/** The package at a path that was asked for by name. @throws one sentence when it is none, or can't be read. */
export async function readPackage(path: string, shown: string, placeOf: PlaceOf): Promise<TextSource> {
  const size = await withFile(path, (bytes) => Promise.resolve(bytes));
  if (size > mostArchiveBytes) throw new Error('The archive is larger than any package.');
  const files = readPackageZip(await readFile(path));
  if (!files) throw new Error('not a Cognigy.AI package.');
  return {
    name: basename(path, '.zip'),
    paths: [...files.keys()].sort(),
    placeOf,
    read: (name) => Promise.resolve({ text: files.get(name) ?? '', hasByteOrderMark: false }),
    display: (name) => `${shown}!/${name}`,
    onDisk: () => slashed(resolve(path)),
  };
}

/** The package at a path that was found; undefined for any other archive, which is none of our business. */
export async function findPackage(
  path: string,
  shown: string,
  placeOf: PlaceOf,
): Promise<TextSource | undefined> {
  try {
    return (await withFile(path, isPackageZip)) ? await readPackage(path, shown, placeOf) : undefined;
  } catch {
    return undefined;
  }
}
