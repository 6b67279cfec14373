import * as vscode from 'vscode';
import type { LocatedProject, WorkspaceIndex } from './workspaceIndex';

/** The project of a file, and the file's path in the workspace folder. */
export interface FileOwner {
  readonly owner: LocatedProject;
  readonly path: string;
}

/** The project of a flow file; of an earlier version of it, as Git shows it, the one that the file belongs to now. */
export function ownerOfFlow(index: WorkspaceIndex, uri: vscode.Uri): FileOwner | undefined {
  const located = locateVersion(index, uri);
  const owner = located && index.projectOfFlow(located);
  return owner && { owner, path: located.path };
}

/** The project of a connections file, of earlier versions of it too. */
export function ownerOfConnectionsFile(index: WorkspaceIndex, uri: vscode.Uri): FileOwner | undefined {
  const located = locateVersion(index, uri);
  const owner = index.projects.find(
    ({ folder, project }) =>
      project.connectionsPath === located?.path && folder.uri.toString() === located.folder.uri.toString(),
  );
  return owner && { owner, path: owner.project.connectionsPath };
}

/** An earlier version of a file has the file's path under a scheme of its own. */
function locateVersion(index: WorkspaceIndex, uri: vscode.Uri) {
  const located = index.locate(uri);
  if (located) return located;
  const folder = vscode.workspace.workspaceFolders?.find(
    (candidate) => candidate.uri.scheme !== uri.scheme && uri.path.startsWith(`${candidate.uri.path}/`),
  );
  return folder && index.locate(folder.uri.with({ path: uri.path }));
}
