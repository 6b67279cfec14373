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
export function withoutLeftOut(
  facts: ReadonlyMap<string, FileFacts>,
  leftOut = new LeftOut(facts),
): ReadonlyMap<string, FileFacts> {
  if (leftOut.isNothing) return facts;
  const rest = new Map([...facts].filter(([path, { kind }]) => !leftOut.has(path, kind)));
  const hasFlows = (all: ReadonlyMap<string, FileFacts>) =>
    [...all.values()].some(({ kind }) => kind === 'flow');
  return hasFlows(facts) && !hasFlows(rest) ? facts : rest;
}

/**
 * The same, again and again while someone types: which files are left out is kept until a file that says so is another
 * one.
 */
export function createWithoutLeftOut(): (
  facts: ReadonlyMap<string, FileFacts>,
) => ReadonlyMap<string, FileFacts> {
  let leftOut: LeftOut | undefined;
  return (facts) => {
    if (!leftOut?.isOf(facts)) leftOut = new LeftOut(facts);
    return withoutLeftOut(facts, leftOut);
  };
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
  readonly #saying: readonly FileFacts[];
  readonly #files = new Map<string, boolean>();
  /** By folder. */
  readonly #ignores = new Map<string, GitIgnore>();
  readonly #excludes: ((path: string) => boolean)[] = [];
  readonly #folders = new Map<string, boolean>([['', false]]);

  constructor(facts: ReadonlyMap<string, FileFacts>) {
    this.#saying = sayingIn(facts);
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

  /** Whether these facts say the same of what is left out as those that it was made of. */
  isOf(facts: ReadonlyMap<string, FileFacts>): boolean {
    const saying = sayingIn(facts);
    return saying.length === this.#saying.length && saying.every((one, at) => one === this.#saying[at]);
  }

  has(path: string, kind: FileFacts['kind']): boolean {
    const folder = parentFolder(path);
    if (kept.has(kind)) return this.#hasFolder(folder);
    const known = this.#files.get(path) ?? (this.#hasFolder(folder) || this.#isNamed(path, false));
    this.#files.set(path, known);
    return known;
  }

  /** What is below a folder that is left out can't be taken in again. */
  #hasFolder(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isLeftOut = this.#hasFolder(parentFolder(folder)) || this.#isNamed(folder, true);
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

/** The facts that say what is left out. */
function sayingIn(facts: ReadonlyMap<string, FileFacts>): FileFacts[] {
  return [...facts.values()].filter(({ kind }) => kind === 'gitignore' || kind === 'ruleSettings');
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
