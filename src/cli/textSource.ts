import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { PlaceOf } from '../core/flow/filePlace';
import { snapshotMagic } from '../core/flow/snapshot';
import { isFolder, listFiles, readText, startsWith } from '../node/folderFiles';
import { readPackageZip } from '../platform/packageZip';
import { findProjectFolder } from './projectFolder';

/** One workspace folder, or one package: files that may know of each other. */
export interface TextSource {
  /** The folder's own name, for projects that have no other. */
  readonly name: string;
  /** Paths relative to the source, with `/`. */
  readonly paths: readonly string[];
  /** The only paths to report on; undefined for all. */
  readonly only?: ReadonlySet<string>;
  readonly placeOf: PlaceOf;
  read(path: string): Promise<string>;
  /** The path as the user should see it. */
  display(path: string): string;
}

export interface OpenedSources {
  readonly sources: readonly TextSource[];
  /** A sentence for each path that could not be opened. */
  readonly unreadable: readonly string[];
  /** A sentence for each file that nobody asked for by name and that can't be looked into: no reason to fail. */
  readonly notes: readonly string[];
}

/** The sources that the command line's paths name: a folder with all in it, an archive, or a file with its project. */
export async function openSources(
  args: readonly string[],
  currentFolder: string,
  placeOf: PlaceOf,
): Promise<OpenedSources> {
  const sources: TextSource[] = [];
  const unreadable: string[] = [];
  const notes: string[] = [];
  const onlyByFolder = new Map<string, Set<string>>();
  const openPackage = async (path: string, shown: string, isAsked: boolean) => {
    try {
      const source = await readPackage(path, shown, placeOf);
      // Any other archive that happens to lie in a repository is none of our business.
      if (source) sources.push(source);
      else if (isAsked) unreadable.push(`${shown}: not a Cognigy.AI package.`);
    } catch (error) {
      unreadable.push(`${shown}: ${(error as Error).message}`);
    }
  };
  for (const arg of args) {
    const path = resolve(currentFolder, arg);
    if (await isFolder(path)) {
      const all = await listFiles(path);
      sources.push(folderSource(path, arg, all, placeOf));
      for (const name of all.filter(isArchive)) await openPackage(join(path, name), join(arg, name), false);
      for (const name of all) {
        if (await isSnapshot(join(path, name))) notes.push(describeSnapshot(join(arg, name)));
      }
    } else if (isArchive(arg)) {
      await openPackage(path, arg, true);
    } else if (await isSnapshot(path)) {
      unreadable.push(describeSnapshot(arg));
    } else {
      const folder = await findProjectFolder(path, currentFolder, placeOf);
      const only = onlyByFolder.get(folder) ?? new Set();
      onlyByFolder.set(folder, only.add(relative(folder, path).replaceAll(sep, '/')));
    }
  }
  for (const [folder, only] of onlyByFolder) {
    const shown = relative(currentFolder, folder);
    sources.push({ ...folderSource(folder, shown, await listFiles(folder), placeOf), only });
  }
  return { sources, unreadable, notes };
}

function isArchive(path: string): boolean {
  return path.toLowerCase().endsWith('.zip');
}

/** By its name and by what it begins with: anything may be called `.csnap`. */
async function isSnapshot(path: string): Promise<boolean> {
  return path.toLowerCase().endsWith('.csnap') && startsWith(path, snapshotMagic).catch(() => false);
}

function describeSnapshot(shown: string): string {
  return `${shown}: a Cognigy.AI snapshot, encrypted as a whole; it can’t be checked.`;
}

function folderSource(folder: string, shown: string, paths: readonly string[], placeOf: PlaceOf): TextSource {
  return {
    name: basename(folder),
    paths: paths.filter(placeOf),
    placeOf,
    read: (path) => readText(join(folder, path)),
    display: (path) => join(shown, path),
  };
}

/** Undefined for an archive that is something else. */
async function readPackage(path: string, shown: string, placeOf: PlaceOf): Promise<TextSource | undefined> {
  const files = readPackageZip(await readFile(path));
  return (
    files && {
      name: basename(path, '.zip'),
      paths: [...files.keys()].sort(),
      placeOf,
      read: (name) => Promise.resolve(files.get(name) ?? ''),
      display: (name) => `${shown}!/${name}`,
    }
  );
}
