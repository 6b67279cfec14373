import picomatch from 'picomatch/posix';
import { baseName, placeOf, skippedFolders, type PlaceOf } from './filePlace';

/** The places of files, those among them that the user's own globs name. */
export interface Places {
  readonly placeOf: PlaceOf;
  /** The globs of more flow files, from a workspace folder: to be searched besides `placeGlobs`. */
  readonly globs: readonly string[];
  /** What was given as a glob and is none. */
  readonly badGlobs: readonly string[];
}

/**
 * Files at these globs are flow files too, whatever their names; a file whose place says what it is stays that. The
 * value comes from outside and may be anything.
 */
export function createPlaces(flowFiles: unknown): Places {
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
  return {
    globs,
    badGlobs,
    placeOf(path) {
      const place = placeOf(path);
      if (place || matchers.length === 0) return place;
      if (path.split('/').some((name) => skippedFolders.includes(name))) return undefined;
      if (!matchers.some((matches) => matches(path))) return undefined;
      return { kind: 'flow', root: undefined, flow: baseName(path).replace(/\.json$/, ''), isChosen: true };
    },
  };
}

/** Only what the search of VS Code understands too: its globs have no `!(…)`, and they never lead out of the folder. */
function toMatcher(glob: unknown): ((path: string) => boolean) | undefined {
  if (typeof glob !== 'string' || /^[/!]|\\|^[A-Za-z]:|[!@+*?]\(/.test(glob)) return undefined;
  if (glob.split('/').some((name) => name === '' || name === '.' || name === '..')) return undefined;
  try {
    return picomatch(glob, { dot: true, noextglob: true, strictBrackets: true });
  } catch {
    return undefined;
  }
}
