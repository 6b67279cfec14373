import { readGitignore } from '../../core/files/gitignore';
import type { TreeEntry } from '../../core/files/walkTree';
import { isWithin, placeOf } from '../../core/flow/filePlace';
import { createFilesExclude } from '../../core/flow/filesExclude';
import { JsonDocument } from '../../core/json/jsonDocument';
import { asArray, isObject } from '../../core/json/narrow';
import { readText } from '../../node/folderFiles';

/**
 * What is left out below a folder: what `.gitignore` files there and around it name, and what globs exclude, those of
 * the command line and those in `.cognigy/validation.json`.
 */
export class LeftOut {
  private constructor(
    /** The nearest first. */
    private readonly ignores: readonly ((path: string, isFolder: boolean) => boolean | undefined)[],
    private readonly excludes: readonly ((path: string) => boolean)[],
  ) {}

  /** By globs from a folder on, and nothing else yet. */
  static by(globs: readonly string[], folder: string): LeftOut {
    return new LeftOut([], globs.length === 0 ? [] : [toExclude(globs, folder)]);
  }

  /** With what a folder says of all below it. */
  async in(folder: string, entries: readonly TreeEntry[]): Promise<LeftOut> {
    let { ignores } = this;
    if (entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file')) {
      const gitignore = readGitignore(await readText(`${folder}/.gitignore`).catch(() => ''));
      ignores = [
        (path, isFolder) => gitignore.verdictOn(path.slice(folder.length + 1), isFolder),
        ...ignores,
      ];
    }
    const inside = ignores === this.ignores ? this : new LeftOut(ignores, this.excludes);
    if (!entries.some(({ name, kind }) => name === '.cognigy' && kind !== 'file')) return inside;
    const settings = await readText(`${folder}/.cognigy/validation.json`).catch(() => undefined);
    return settings === undefined ? inside : inside.excluding(settings, folder);
  }

  /** With what the settings of a folder exclude, by their key `exclude`. */
  excluding(settings: string, folder: string): LeftOut {
    const globs = readExclude(settings);
    return globs.length === 0
      ? this
      : new LeftOut(this.ignores, [toExclude(globs, folder), ...this.excludes]);
  }

  /** Whether a file or a folder is named; the folders that it is in are not asked. */
  has(path: string, isFolder: boolean): boolean {
    if (this.excludes.some((excludes) => excludes(path))) return true;
    for (const ignores of this.ignores) {
      const verdict = ignores(path, isFolder);
      if (verdict !== undefined) return verdict && !isDeclaration(path);
    }
    return false;
  }
}

/**
 * What says which projects there are counts even where Git does not take it, as with a config that has an API key in it:
 * it is no copy of anything. So do the files beside charts, which the same line names.
 */
function isDeclaration(path: string): boolean {
  const tail = path.split('/').slice(-4).join('/');
  const kind = placeOf(tail)?.kind;
  return (
    tail.endsWith('/.cognigy') ||
    kind === 'connectionsFile' ||
    kind === 'ruleSettings' ||
    kind === 'cliConfig' ||
    kind === 'flowResource' ||
    kind === 'locales' ||
    kind === 'intents'
  );
}

function toExclude(globs: readonly string[], folder: string): (path: string) => boolean {
  const { excludes } = createFilesExclude(
    Object.fromEntries(globs.map((glob) => [glob.replace(/^\.\//, ''), true])),
  );
  return (path) => path !== folder && isWithin(folder, path) && excludes(path.slice(folder.length + 1));
}

/** Whatever else is wrong with the file is said where rules read it. */
function readExclude(text: string): string[] {
  const { value } = new JsonDocument(text);
  return asArray(isObject(value) ? value.exclude : undefined).filter((glob) => typeof glob === 'string');
}
