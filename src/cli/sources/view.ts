import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { PlaceOf } from '../../core/flow/filePlace';
import { decodeText, hasByteOrderMark } from '../../core/textFile';
import { onDisk } from '../../node/treeOnDisk';
import type { SourceText, TextSource } from '../textSource';

/** The files of a root, all of which may say something of each other, and those among them to report on. */
export class View {
  readonly only = new Set<string>();
  readonly named = new Set<string>();
  readonly paths: readonly string[];

  /** `files` are absolute, with `/`; `placeOf` takes paths from the folder on. */
  constructor(
    readonly folder: string,
    files: Iterable<string>,
    readonly placeOf: PlaceOf,
  ) {
    this.paths = [...files]
      .map((file) => file.slice(folder.length + 1))
      .filter((path) => ![undefined, 'snapshot'].includes(placeOf(path)?.kind))
      .sort();
  }

  /** Whether an absolute path is one of its files. */
  has(path: string): boolean {
    this.#known ??= new Set(this.paths);
    return path.startsWith(`${this.folder}/`) && this.#known.has(path.slice(this.folder.length + 1));
  }

  #known: ReadonlySet<string> | undefined;

  toSource(currentFolder: string): TextSource {
    const { folder, paths, only, named, placeOf } = this;
    return {
      ...{ paths, named, placeOf },
      name: basename(folder),
      ...(only.size < paths.length && { only }),
      read: (path) => readSourceText(`${folder}/${path}`),
      display: (path) => display(`${folder}/${path}`, currentFolder),
      onDisk: (path) => `${folder}/${path}`,
    };
  }

  isFlow(path: string): boolean {
    const kind = this.placeOf(path)?.kind;
    return kind === 'flow' || kind === 'packageNode' || kind === 'packageChart';
  }
}

/** Waiting for each file takes a third of what promises cost. */
function readSourceText(path: string): Promise<SourceText> {
  return new Promise((resolve) => {
    const bytes = readFileSync(path);
    resolve({ text: decodeText(bytes), hasByteOrderMark: hasByteOrderMark(bytes) });
  });
}

/** An absolute path as it is shown. */
export function display(path: string, currentFolder: string): string {
  return relative(currentFolder, onDisk(path)) || '.';
}
