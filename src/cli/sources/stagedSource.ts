import { basename, resolve } from 'node:path';
import { isWithin, parentFolder } from '../../core/flow/filePlace';
import { decodeText, hasByteOrderMark } from '../../core/textFile';
import { Git, GitError } from '../../node/git';
import { readGitIndex, type GitIndex } from '../../node/gitIndex';
import { onDisk, slashed } from '../../node/treeOnDisk';
import type { OpenedSources, TextSource } from '../textSource';
import { LeftOut } from './leftOut';
import { realPathOf, type Looking } from './openSources';
import { display } from './view';

export interface LookingAtIndex extends Pick<Looking, 'places' | 'exclude' | 'isAll' | 'currentFolder'> {
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The files of Git's index as a commit of it would have them, with those that are staged to report on; paths choose among
 * these. Nothing staged is no failure: it is what a hook mostly finds.
 */
export async function openStaged(args: readonly string[], looking: LookingAtIndex): Promise<OpenedSources> {
  const currentFolder = await realPathOf(slashed(looking.currentFolder), true);
  const git = new Git(onDisk(currentFolder), looking.environment);
  try {
    const index = await readGitIndex(git);
    const asked = args.map((arg) => slashed(resolve(onDisk(currentFolder), arg)));
    const scopes = await Promise.all(asked.map((path) => realPathOf(path, false)));
    return { ...(await look(git, index, scopes, { ...looking, currentFolder })), notes: [], empty: [] };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { sources: [], unreadable: [`--staged: ${error.message}`], notes: [], empty: [] };
  }
}

async function look(
  git: Git,
  { folder, contents, staged, unmerged }: GitIndex,
  scopes: readonly string[],
  { places: { placeOf }, exclude, isAll, currentFolder }: LookingAtIndex,
): Promise<Pick<OpenedSources, 'sources' | 'unreadable'>> {
  const hasPlace = (path: string) => ![undefined, 'snapshot'].includes(placeOf(path)?.kind);
  const isAsked = (path: string) =>
    scopes.length === 0 || scopes.some((scope) => isWithin(scope, `${folder}/${path}`));
  const isReported = (path: string) => staged.has(path) && isAsked(path) && hasPlace(path);
  if (![...contents.keys(), ...unmerged].some(isReported)) return { sources: [], unreadable: [] };
  const all = [...contents.keys()].filter(hasPlace).sort();
  const idOf = (path: string) => contents.get(path) ?? '';
  // Of intents nothing but that they are there matters to others.
  const isRead = (path: string) => placeOf(path)?.kind !== 'intents' || isReported(path);
  const blobs = await git.readBlobs(all.filter(isRead).map(idOf));
  const bytesOf = (path: string) => blobs.get(idOf(path)) ?? new Uint8Array();
  let leftOut = LeftOut.by(isAll ? [] : exclude, folder);
  for (const path of isAll ? [] : all) {
    if (placeOf(path)?.kind !== 'ruleSettings') continue;
    leftOut = leftOut.excluding(decodeText(bytesOf(path)), parentFolder(parentFolder(`${folder}/${path}`)));
  }
  const isLeftOut = (path: string) => leftOut.has(`${folder}/${path}`, false);
  const paths = all.filter((path) => !isLeftOut(path));
  const shown = (path: string) => display(`${folder}/${path}`, currentFolder);
  const source: TextSource = {
    ...{ name: basename(folder), paths, placeOf, only: new Set(paths.filter(isReported)) },
    read: (path) =>
      Promise.resolve({ text: decodeText(bytesOf(path)), hasByteOrderMark: hasByteOrderMark(bytesOf(path)) }),
    display: shown,
    onDisk: (path) => `${folder}/${path}`,
  };
  const conflicts = [...unmerged].filter((path) => hasPlace(path) && !isLeftOut(path)).sort();
  return {
    sources: [source],
    unreadable: conflicts.map((path) => `${shown(path)}: the merge conflict isn’t resolved.`),
  };
}
