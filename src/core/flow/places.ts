import { baseName, placeOf, skippedFolders, type PlaceOf } from './filePlace';
import { createFilesExclude } from './filesExclude';
import { compileGlob } from './glob';

/** The places of files, those among them that the user's own globs name. */
export interface Places {
  readonly placeOf: PlaceOf;
  /** The globs of more flow files, from a workspace folder: to be searched besides `placeGlobs`. */
  readonly globs: readonly string[];
  /** What was given as a glob and is none. */
  readonly badGlobs: readonly string[];
  /** Whether nothing in a folder can matter. */
  readonly isSkipped: (folder: string) => boolean;
  /** Files and folders each of which, if it is there, takes away the place of a file: see `FilesExclude`. */
  readonly excludersOf: (path: string) => readonly string[];
}

/**
 * Files at these globs are flow files too, whatever their names; a file whose place says what it is stays that. What
 * VS Code's `files.exclude` leaves out has no place. Both values come from outside and may be anything.
 */
export function createPlaces(flowFiles: unknown, filesExclude?: unknown): Places {
  const given: readonly unknown[] = Array.isArray(flowFiles)
    ? flowFiles
    : flowFiles === undefined
      ? []
      : [flowFiles];
  const globs: string[] = [];
  const badGlobs: string[] = [];
  const matchers: ((path: string) => boolean)[] = [];
  for (const glob of given) {
    const matcher = toMatcher(glob);
    if (matcher && typeof glob === 'string') {
      globs.push(glob);
      matchers.push(matcher);
    } else {
      badGlobs.push(typeof glob === 'string' ? glob : JSON.stringify(glob));
    }
  }
  const { excludes, excludersOf } = createFilesExclude(filesExclude);
  const isSkipped = (path: string) => path.split('/').some((name) => skippedFolders.includes(name));
  const chosenPlace: PlaceOf = (path) =>
    matchers.some((matches) => matches(path)) && !isSkipped(path)
      ? { kind: 'flow', root: undefined, flow: baseName(path).replace(/\.json$/, ''), isChosen: true }
      : undefined;
  return {
    globs,
    badGlobs,
    isSkipped: (folder) => isSkipped(folder) || excludes(folder),
    excludersOf,
    placeOf(path) {
      const place = placeOf(path) ?? chosenPlace(path);
      return place && !excludes(path) ? place : undefined;
    },
  };
}

/** Only what the search of VS Code understands too: its globs have no `!(…)`, and they never lead out of the folder. */
function toMatcher(glob: unknown): ((path: string) => boolean) | undefined {
  if (typeof glob !== 'string' || /^[/!]|\\|^[A-Za-z]:|[!@+*?]\(/.test(glob)) return undefined;
  if (glob.split('/').some((name) => name === '' || name === '.' || name === '..')) return undefined;
  return compileGlob(glob);
}
