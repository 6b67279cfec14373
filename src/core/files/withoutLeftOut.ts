import { readGitignore, type GitIgnore } from './gitignore';
import { baseName, isWithin, parentFolder } from '../flow/filePlace';
import { createFilesExclude } from '../flow/filesExclude';
import { JsonDocument } from '../json/jsonDocument';
import { asArray, isObject } from '../json/narrow';
import type { FileFacts } from '../connection/fileFacts';

/**
 * The facts of a workspace folder without those of files that its `.gitignore` files leave out, or the key `exclude` in a
 * `.cognigy/validation.json`: copies and builds of flows are none of the project. Where all flows are left out, as by
 * those who don't commit their clone, all count.
 */
export function withoutLeftOut(facts: ReadonlyMap<string, FileFacts>): ReadonlyMap<string, FileFacts> {
  const leftOut = new LeftOut(facts);
  if (leftOut.isNothing) return facts;
  const counts = ([path, { kind }]: [string, FileFacts]) =>
    kept.has(kind) ? !leftOut.hasFolder(parentFolder(path)) : !leftOut.has(path);
  const rest = new Map([...facts].filter(counts));
  const hasFlows = (all: ReadonlyMap<string, FileFacts>) =>
    [...all.values()].some(({ kind }) => kind === 'flow');
  return hasFlows(facts) && !hasFlows(rest) ? facts : rest;
}

/**
 * Not left out by their own names: a CLI config is, for its API key, mostly by a line that names the `config.json` of every
 * flow too, which push reads all the same.
 */
const kept: ReadonlySet<FileFacts['kind']> = new Set([
  ...(['connectionsFile', 'ruleSettings', 'cliConfig', 'gitignore'] as const),
  ...(['flowResource', 'locales', 'intents'] as const),
]);

class LeftOut {
  /** By folder. */
  readonly #ignores = new Map<string, GitIgnore>();
  readonly #excludes: ((path: string) => boolean)[] = [];
  readonly #folders = new Map<string, boolean>([['', false]]);

  constructor(facts: ReadonlyMap<string, FileFacts>) {
    for (const [path, one] of facts) {
      if (one.kind === 'gitignore') this.#ignores.set(parentFolder(path), readGitignore(one.text));
      if (one.kind !== 'ruleSettings') continue;
      const folder = parentFolder(parentFolder(path));
      const { excludes } = createFilesExclude(
        Object.fromEntries(globsIn(one.text).map((glob) => [glob, true])),
      );
      this.#excludes.push((other) => isWithin(folder, other) && excludes(relativeTo(folder, other)));
    }
  }

  get isNothing(): boolean {
    return this.#ignores.size + this.#excludes.length === 0;
  }

  has(path: string): boolean {
    return this.hasFolder(parentFolder(path)) || this.#isNamed(path, false);
  }

  /** What is below a folder that is left out can't be taken in again. */
  hasFolder(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isLeftOut = this.hasFolder(parentFolder(folder)) || this.#isNamed(folder, true);
    this.#folders.set(folder, isLeftOut);
    return isLeftOut;
  }

  #isNamed(path: string, isFolder: boolean): boolean {
    if (this.#excludes.some((excludes) => excludes(path))) return true;
    for (let folder = path; folder !== '';) {
      folder = parentFolder(folder);
      // The nearest that says something decides.
      const verdict = this.#ignores.get(folder)?.verdictOn(relativeTo(folder, path), isFolder);
      if (verdict !== undefined) return verdict && baseName(path) !== '.cognigy';
    }
    return false;
  }
}

function relativeTo(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/** What can't be read as globs leaves out nothing; `invalid-settings` says so. */
function globsIn(text: string): string[] {
  const { value, syntaxError } = new JsonDocument(text);
  const globs = isObject(value) && !syntaxError ? asArray(value.exclude) : [];
  return globs.flatMap((glob) => (typeof glob === 'string' ? [glob.replace(/^\.\//, '')] : []));
}
