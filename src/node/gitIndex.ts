import { joinPath, parentFolder } from '../core/flow/filePlace';
import type { Git } from './git';

/** What a commit of Git's index would hold. Paths are from the repository's folder on, with `/`. */
export interface GitIndex {
  /** Absolute, with `/`. */
  readonly folder: string;
  /** The id of each file's content; that of a link is the content of the file it leads to. */
  readonly contents: ReadonlyMap<string, string>;
  /** Those that the last commit doesn't have so. */
  readonly staged: ReadonlySet<string>;
  /** Those with a merge conflict, which no commit can have. */
  readonly unmerged: ReadonlySet<string>;
}

const changed = ['diff', '--cached', '--name-only', '-z', '--no-renames', '--no-relative', '--diff-filter=d'];

/** Reads the index. @throws {GitError} */
export async function readGitIndex(git: Git): Promise<GitIndex> {
  const folder = (await git.run(['rev-parse', '--show-toplevel'])).toString().replace(/\r?\n$/, '');
  const [entries, staged, visible] = await Promise.all([
    git.list(['ls-files', '--stage', '--full-name', '-z', '--', ':/']),
    git.list([...changed, '--']),
    git.list([...changed, '--ita-visible-in-index', '--']),
  ]);
  // A file that is only meant to be added (`git add -N`) has an empty entry, and is in no commit.
  const isIntended = new Set(visible);
  for (const path of staged) isIntended.delete(path);
  const contents = new Map<string, string>();
  const links = new Map<string, string>();
  const unmerged = new Set<string>();
  for (const entry of entries) {
    const [, mode = '', id = '', stage, path = ''] = /^(\d+) ([0-9a-f]+) (\d)\t([\s\S]*)$/.exec(entry) ?? [];
    if (stage !== '0') unmerged.add(path);
    else if (mode === '120000') links.set(path, id);
    // What is in a submodule is in a repository of its own.
    else if (mode !== '160000' && !isIntended.has(path)) contents.set(path, id);
  }
  const targets = await git.readBlobs(links.values());
  const targetOf = (path: string) => {
    const target = targets.get(links.get(path) ?? '');
    return target && joinPath(parentFolder(path), Buffer.from(target).toString());
  };
  for (const path of links.keys()) {
    const content = contentAtEnd(path, contents, targetOf);
    if (content !== undefined) contents.set(path, content);
  }
  return { folder, contents, staged: new Set(staged), unmerged };
}

/** Where a chain of links ends; undefined outside of the index, at a folder, whose files count where they are, and in a circle. */
function contentAtEnd(
  path: string,
  contents: ReadonlyMap<string, string>,
  targetOf: (path: string) => string | undefined,
): string | undefined {
  const passed = new Set<string>();
  for (let at: string | undefined = path; at !== undefined && !passed.has(at); at = targetOf(at)) {
    const content = contents.get(at);
    if (content !== undefined) return content;
    passed.add(at);
  }
  return undefined;
}
