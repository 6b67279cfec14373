import * as vscode from 'vscode';
import { coverFolders } from '../core/flow/coverFolders';

/** To look through a folder a process is started, which takes hardly longer where hundreds of folders are in it. */
const most = 4;

/** Few folders that hold all of these, and none beyond the workspace. */
export function cover(folders: readonly vscode.Uri[]): vscode.Uri[] {
  const diskOf = (uri: vscode.Uri) => uri.with({ path: '/' }).toString();
  const disks = new Map(folders.map((uri) => [diskOf(uri), uri]));
  return [...disks].flatMap(([disk, anyOf]) => {
    const paths = folders.filter((uri) => diskOf(uri) === disk).map(({ path }) => path);
    const toUri = (path: string) => anyOf.with({ path });
    const mayCover = (path: string) =>
      path !== '' && vscode.workspace.getWorkspaceFolder(toUri(path)) !== undefined;
    return coverFolders(paths, { most, mayCover }).map(toUri);
  });
}
