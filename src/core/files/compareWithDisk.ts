import { everything, type FollowedDisk } from './followedDisk';

/** What in some scopes is another one than known. */
export interface Difference {
  /** The files to read, those that are gone too. */
  readonly toRead: readonly string[];
  readonly gone: ReadonlySet<string>;
  /** The scopes that are folders, and those of which something is gone. */
  readonly folders: ReadonlySet<string>;
}

/** The files whose stamps are known; undefined for those that say something and have none. */
export type KnownStamps = ReadonlyMap<string, string | undefined>;

/** Looks at what is in some scopes, and at the stamps of it alone. `typed` are files to read in any case, if they count. */
export async function compareWithDisk(
  disk: FollowedDisk,
  known: KnownStamps,
  scopes: readonly string[],
  typed: readonly string[],
): Promise<Difference> {
  const unknown = typed.filter((path) => !known.has(path));
  const listed = [...scopes, ...unknown];
  const listing = listed.length > 0 ? await disk.list(listed) : { files: [], folders: [] };
  const files = new Set(listing.files);
  const { gone, losers } = findGone(known, new Set(scopes), files);
  const others = await Promise.all(
    [...files].map(async (path) => {
      const stamp = known.get(path);
      return stamp !== undefined && (await disk.stamp(path)) === stamp ? [] : [path];
    }),
  );
  return {
    toRead: [...new Set([...typed.filter((path) => known.has(path)), ...others.flat(), ...gone])],
    gone,
    folders: new Set([...listing.folders, ...losers]),
  };
}

/** What is known in the scopes and was not found there, and the scopes that it was in. */
function findGone(
  known: KnownStamps,
  scopes: ReadonlySet<string>,
  found: ReadonlySet<string>,
): { gone: Set<string>; losers: Set<string> } {
  const gone = new Set<string>();
  const losers = new Set<string>();
  // What is one of the files holds no others.
  if ([...scopes].every((scope) => found.has(scope))) return { gone, losers };
  for (const path of known.keys()) {
    if (found.has(path)) continue;
    if (scopes.has(path)) gone.add(path);
    for (const folder of foldersAbove(path)) {
      if (!scopes.has(folder)) continue;
      gone.add(path);
      losers.add(folder);
    }
  }
  return { gone, losers };
}

function* foldersAbove(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    yield path.slice(0, end);
  yield everything;
}
