import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { placeOf } from '../core/flow/filePlace';
import { isFolder, listFiles, readText } from '../node/folderFiles';
import { readPackageZip } from '../platform/packageZip';

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

/**
 * The sources that the command line's paths name: a folder with all in it, an archive, or a file, which is judged
 * within the current folder when it lies there.
 * @throws what the file system throws for a path that can't be read.
 */
export async function openSources(args: readonly string[], currentFolder: string): Promise<TextSource[]> {
  const sources: TextSource[] = [];
  const filesByFolder = new Map<string, Set<string>>();
  for (const arg of args) {
    const path = resolve(currentFolder, arg);
    if (await isFolder(path)) sources.push(...(await openFolder(path, arg)));
    else if (arg.toLowerCase().endsWith('.zip')) sources.push(await openPackage(path, arg));
    else {
      const inside = path.startsWith(currentFolder + sep);
      const folder = inside ? currentFolder : dirname(path);
      const only = filesByFolder.get(folder) ?? new Set();
      filesByFolder.set(folder, only.add(relative(folder, path).replaceAll(sep, '/')));
    }
  }
  for (const [folder, only] of filesByFolder) {
    const shown = relative(currentFolder, folder);
    const source = folderSource(folder, shown, (await listFiles(folder)).filter(placeOf));
    sources.push({ ...source, only });
  }
  return sources;
}

async function openFolder(folder: string, shown: string): Promise<TextSource[]> {
  const all = await listFiles(folder);
  const packages: TextSource[] = [];
  for (const path of all.filter((name) => name.toLowerCase().endsWith('.zip'))) {
    const source = await openPackage(join(folder, path), join(shown, path)).catch(() => undefined);
    // Any other archive that happens to lie in a repository is none of our business.
    if (source) packages.push(source);
  }
  return [folderSource(folder, shown, all.filter(placeOf)), ...packages];
}

function folderSource(folder: string, shown: string, paths: readonly string[]): TextSource {
  return {
    name: basename(folder),
    paths,
    read: (path) => readText(join(folder, path)),
    display: (path) => join(shown, path),
  };
}

async function openPackage(path: string, shown: string): Promise<TextSource> {
  const files = readPackageZip(await readFile(path));
  if (!files) throw new Error('The archive is not a Cognigy.AI package.');
  return {
    name: basename(path),
    paths: [...files.keys()].sort(),
    read: (name) => Promise.resolve(files.get(name) ?? ''),
    display: (name) => `${shown}!/${name}`,
  };
}
