import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { placeOf } from '../core/flow/filePlace';
import { isFolder, listFiles, readText } from '../node/folderFiles';
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
  read(path: string): Promise<string>;
  /** The path as the user should see it. */
  display(path: string): string;
}

export interface OpenedSources {
  readonly sources: readonly TextSource[];
  /** A sentence for each path that could not be opened. */
  readonly unreadable: readonly string[];
}

/** The sources that the command line's paths name: a folder with all in it, an archive, or a file with its project. */
export async function openSources(args: readonly string[], currentFolder: string): Promise<OpenedSources> {
  const sources: TextSource[] = [];
  const unreadable: string[] = [];
  const onlyByFolder = new Map<string, Set<string>>();
  const openPackage = async (path: string, shown: string, isAsked: boolean) => {
    try {
      const source = await readPackage(path, shown);
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
      sources.push(folderSource(path, arg, all));
      for (const name of all.filter(isArchive)) await openPackage(join(path, name), join(arg, name), false);
    } else if (isArchive(arg)) {
      await openPackage(path, arg, true);
    } else {
      const folder = await findProjectFolder(path, currentFolder);
      const only = onlyByFolder.get(folder) ?? new Set();
      onlyByFolder.set(folder, only.add(relative(folder, path).replaceAll(sep, '/')));
    }
  }
  for (const [folder, only] of onlyByFolder) {
    const shown = relative(currentFolder, folder);
    sources.push({ ...folderSource(folder, shown, await listFiles(folder)), only });
  }
  return { sources, unreadable };
}

function isArchive(path: string): boolean {
  return path.toLowerCase().endsWith('.zip');
}

function folderSource(folder: string, shown: string, paths: readonly string[]): TextSource {
  return {
    name: basename(folder),
    paths: paths.filter(placeOf),
    read: (path) => readText(join(folder, path)),
    display: (path) => join(shown, path),
  };
}

/** Undefined for an archive that is something else. */
async function readPackage(path: string, shown: string): Promise<TextSource | undefined> {
  const files = readPackageZip(await readFile(path));
  return (
    files && {
      name: basename(path, '.zip'),
      paths: [...files.keys()].sort(),
      read: (name) => Promise.resolve(files.get(name) ?? ''),
      display: (name) => `${shown}!/${name}`,
    }
  );
}
