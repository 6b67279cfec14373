import { everything } from './followedDisk';

/** Those of some paths that are in none of the others. */
export function outermostFolders(paths: Iterable<string>): string[] {
  // With its slash a folder comes right before all that is in it.
  const inOrder = [...new Set(paths)].map((path) => `${path}/`).sort();
  if (inOrder.includes(`${everything}/`)) return [everything];
  const outermost: string[] = [];
  for (const path of inOrder) {
    const last = outermost.at(-1);
    if (last === undefined || !path.startsWith(last)) outermost.push(path);
  }
  return outermost.map((path) => path.slice(0, -1));
}
