import { isWithin, parentFolder } from '../core/flow/filePlace';
import { treeOnDisk } from '../node/treeOnDisk';

/**
 * Tells where files are for services that know a repository and no machine: relative to the folder that a workflow has
 * checked out, else to the Git repository around the file, else to the current folder. All paths are with `/`; what is
 * in none of them stays absolute.
 */
export function createRepositoryPaths(
  currentFolder: string,
  checkedOut: string | undefined,
): (path: string) => Promise<string> {
  const isRepository = new Map<string, Promise<boolean>>();
  const hasGit = (folder: string) => {
    const known = isRepository.get(folder) ?? treeOnDisk.entries(folder).then(containsGit);
    isRepository.set(folder, known);
    return known;
  };
  return async (path) => {
    if (checkedOut !== undefined && isWithin(checkedOut, path)) return relativeTo(checkedOut, path);
    for (let folder = parentFolder(path); ; folder = parentFolder(folder)) {
      if (await hasGit(folder)) return relativeTo(folder, path);
      if (folder === '' || parentFolder(folder) === folder) break;
    }
    return isWithin(currentFolder, path) ? relativeTo(currentFolder, path) : path;
  };
}

function containsGit(entries: readonly { readonly name: string }[] | undefined): boolean {
  return entries?.some(({ name }) => name === '.git') ?? false;
}

function relativeTo(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}
