import * as vscode from 'vscode';
import { parentFolder } from '../core/flow/filePlace';
import type { Disk } from './disk';
import type { WorkspacePlaces } from './workspacePlaces';

/**
 * Files, each a URI, without those in worktrees of a Git repository that lie in a workspace folder: they are copies of what
 * is there already. A submodule is none, and a worktree that is opened itself is no copy.
 */
export async function withoutWorktrees(
  files: readonly string[],
  places: WorkspacePlaces,
  disk: Pick<Disk, 'stat' | 'read'>,
): Promise<string[]> {
  const known = new Map<string, Promise<boolean>>();
  /** By folders of a workspace folder; the folder itself is ''. */
  const isIn = async (workspace: vscode.WorkspaceFolder, folder: string): Promise<boolean> => {
    if (folder === '') return false;
    const key = `${workspace.uri.toString()}\n${folder}`;
    const found =
      known.get(key) ??
      isIn(workspace, parentFolder(folder)).then(
        (isAround) => isAround || isWorktree(vscode.Uri.joinPath(workspace.uri, folder, '.git'), disk),
      );
    known.set(key, found);
    return found;
  };
  const kept: string[] = [];
  for (const file of files) {
    const located = places.locate(vscode.Uri.parse(file, true));
    const isCopy =
      located && (await isIn(located.folder, projectFolder(places, located.folder, located.path)));
    if (!isCopy) kept.push(file);
  }
  return kept;
}

/** The folder of a file that may be in the root of a worktree: below it there are only flows. */
function projectFolder(places: WorkspacePlaces, workspace: vscode.WorkspaceFolder, path: string): string {
  const place = places.in(workspace).placeOf(path);
  return place && 'root' in place && place.root !== undefined ? place.root : parentFolder(path);
}

/** Its `.git` is a file that points into the worktrees of the repository. */
async function isWorktree(git: vscode.Uri, disk: Pick<Disk, 'stat' | 'read'>): Promise<boolean> {
  try {
    const stat = await disk.stat(git);
    if (!stat || stat.isFolder) return false;
    return /^gitdir: .*[\\/]worktrees[\\/]/.test(new TextDecoder().decode(await disk.read(git)));
  } catch {
    return false;
  }
}
