import { toCliConfig } from '../../core/connection/cliConfig';
import type { TreeEntry } from '../../core/files/walkTree';
import { parentFolder, placeOf } from '../../core/flow/filePlace';
import { isObject } from '../../core/json/narrow';
import { readText } from '../../node/folderFiles';
import { treeOnDisk } from '../../node/treeOnDisk';

/** The folder that is looked at as a whole: all in it may say something of a file in it. */
export interface Root {
  readonly folder: string;
  readonly isRepository: boolean;
}

/**
 * Finds the root of a folder: the Git repository that it is in, else the outermost folder around it with a `.cognigy` or a
 * config of the CLI; undefined where nothing says so. The outermost, because a connections file further out may cover a
 * file more closely by its agentDir than a nearer one, and because whatever is asked for then sees the same files. A
 * repository ends it: on another machine there is nothing around it. A submodule is a part of the repository around it.
 */
export class RootOf {
  readonly #found = new Map<string, Promise<Root | undefined>>();

  /** `tooWide` are folders that hold all sorts of things, and are no roots for that. */
  constructor(private readonly tooWide: readonly string[]) {}

  /** `folder` is absolute, with `/`. */
  find(folder: string): Promise<Root | undefined> {
    const known = this.#found.get(folder) ?? this.#find(folder);
    this.#found.set(folder, known);
    return known;
  }

  async #find(folder: string): Promise<Root | undefined> {
    const around = this.around(folder);
    for (const candidate of around) {
      const git = await gitKind(candidate);
      if (git && git !== 'submodule') return { folder: candidate, isRepository: true };
    }
    for (const candidate of around.toReversed()) {
      const entries = await treeOnDisk.entries(candidate);
      if (entries && (await isMarked(candidate, entries))) return { folder: candidate, isRepository: false };
    }
    return undefined;
  }

  /** The folder and those around it that may be roots, the nearest first. */
  around(folder: string): string[] {
    const folders: string[] = [];
    for (let at = folder; at !== parentFolder(at); at = parentFolder(at)) folders.push(at);
    const isDrive = (one: string) => /^[A-Za-z]:$/.test(one);
    return folders.filter((one) => !isDrive(one) && !this.tooWide.includes(one));
  }
}

/**
 * Whether a folder outside of a repository is marked as a root: it has a `.cognigy` or a config of the CLI, or is a
 * submodule whose repository is not here.
 */
export async function isMarked(folder: string, entries: readonly TreeEntry[]): Promise<boolean> {
  if (entries.some(({ name, kind }) => name === '.git' || (name === '.cognigy' && kind !== 'file')))
    return true;
  for (const { name, kind } of entries) {
    if (kind !== 'file' || !name.startsWith('config')) continue;
    // What is around it may say that it is the config of a flow, of an endpoint or the like.
    const tail = [...folder.split('/').slice(-3), name].join('/');
    if (placeOf(tail)?.kind === 'cliConfig' && (await isCliConfig(`${folder}/${name}`))) return true;
  }
  return false;
}

async function isCliConfig(path: string): Promise<boolean> {
  try {
    const value: unknown = JSON.parse(await readText(path));
    return toCliConfig('', value) !== undefined || (isObject(value) && typeof value.agentDir === 'string');
  } catch {
    return false;
  }
}

/** What the `.git` in a folder says of it; undefined where there is none. */
export async function gitKind(folder: string): Promise<'repository' | 'worktree' | 'submodule' | undefined> {
  const path = `${folder}/.git`;
  const link = await readText(path).catch((error: unknown) =>
    error instanceof Error && 'code' in error && error.code === 'EISDIR' ? '' : undefined,
  );
  if (link === undefined) return undefined;
  const names = link.trim().replaceAll('\\', '/').split('/');
  if (names.at(-2) === 'worktrees') return 'worktree';
  const inGitFolder = names.slice(names.findIndex((name) => name.endsWith('.git')) + 1);
  return inGitFolder.includes('modules') ? 'submodule' : 'repository';
}
