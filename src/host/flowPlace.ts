import * as vscode from 'vscode';
import type { FlowPlace } from '../core/connection/fileFacts';
import { placeOf, type FilePlace } from '../core/flow/filePlace';
import type { WorkspaceIndex } from './workspaceIndex';

/** What a flow file is by its place; undefined for every other file. */
export function flowPlaceOf(index: WorkspaceIndex, uri: vscode.Uri): FlowPlace | undefined {
  const place = index.placeOf(uri) ?? placeElsewhere(index, uri);
  return isFlowPlace(place) ? place : undefined;
}

export function isFlowPlace(place: FilePlace | undefined): place is FlowPlace {
  return place?.kind === 'flow' || place?.kind === 'packageNode' || place?.kind === 'packageChart';
}

/** Whether it is a flow file on disk that lies in no workspace folder: of its project nothing is known. */
export function isStrayFlow(index: WorkspaceIndex, uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && !index.locate(uri) && flowPlaceOf(index, uri) !== undefined;
}

/** An earlier version of a file has the file's path under a scheme of its own; others lie in no workspace folder. */
function placeElsewhere(index: WorkspaceIndex, uri: vscode.Uri): FilePlace | undefined {
  const folder = vscode.workspace.workspaceFolders?.find((candidate) =>
    uri.path.startsWith(`${candidate.uri.path}/`),
  );
  if (!folder) return placeOf(uri.path.slice(1));
  return folder.uri.scheme === uri.scheme ? undefined : index.placeOf(folder.uri.with({ path: uri.path }));
}
