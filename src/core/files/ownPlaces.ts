import { baseName, parentFolder } from '../flow/filePlace';

/** What finding the own places of files takes. */
export interface LinkedDisk {
  /**
   * The folder of the workspace that a folder really is: itself, or where a link leads that it is reached by. Undefined
   * outside of the workspace, and where that is not known.
   */
  homeOf(folder: string): Promise<string | undefined>;
  /** Whether a file at a path counts. */
  matters(path: string): boolean;
}

/**
 * Files once each, though links may lead to them too: of a file that counts where it really is, that place. What counts
 * nowhere else counts where a link leads to it. Asks once a folder.
 */
export async function ownPlaces(paths: readonly string[], disk: LinkedDisk): Promise<string[]> {
  const folders = [...new Set(paths.map(parentFolder))];
  const homes = new Map(
    await Promise.all(folders.map(async (folder) => [folder, await disk.homeOf(folder)] as const)),
  );
  const toOwn = (path: string) => {
    const folder = parentFolder(path);
    const home = homes.get(folder);
    if (home === undefined || home === folder) return path;
    const own = `${home}/${baseName(path)}`;
    return disk.matters(own) ? own : path;
  };
  return [...new Set(paths.map(toOwn))];
}
