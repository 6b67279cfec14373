import { parentFolder } from './filePlace';

/** Those of some folders that are in none of the others. Paths have `/` between their parts and none at the end. */
export function outermostFolders(paths: readonly string[]): string[] {
  // With its slash a folder comes right before all that is in it.
  const inOrder = [...new Set(paths)].map((path) => `${path}/`).sort();
  const outermost: string[] = [];
  for (const path of inOrder) {
    const last = outermost.at(-1);
    if (last === undefined || !path.startsWith(last)) outermost.push(path);
  }
  return outermost.map((path) => path.slice(0, -1));
}

/**
 * At most so many folders that hold all of these: the deepest are put together in the folders that they are in. Those
 * that `mayCover` says no to are never among them, even if there are more then.
 */
export function coverFolders(
  paths: readonly string[],
  { most, mayCover }: { readonly most: number; readonly mayCover: (path: string) => boolean },
): string[] {
  const folders = outermostFolders(paths);
  if (folders.length <= most) return folders;
  const liftable = folders.filter((path) => mayCover(parentFolder(path)));
  const deepest = Math.max(...liftable.map(depthOf));
  const lifted = liftable.filter((path) => depthOf(path) === deepest).map(parentFolder);
  return lifted.length === 0 ? folders : coverFolders([...folders, ...lifted], { most, mayCover });
}

function depthOf(path: string): number {
  return path.split('/').length;
}
