import * as vscode from 'vscode';
import { placeOf, type FilePlace } from '../core/flow/filePlace';
import type { WorkspaceIndex } from './workspaceIndex';

/** The place of a file with nodes. */
export type FlowPlace = Extract<FilePlace, { kind: 'flow' | 'packageNode' | 'packageChart' }>;

/** What a flow file is by its place; undefined for every other file. */
export function flowPlaceOf(index: WorkspaceIndex, uri: vscode.Uri): FlowPlace | undefined {
  const place = index.placeOf(uri) ?? placeOfVersion(index, uri);
  return isFlowPlace(place) ? place : undefined;
}

export function isFlowPlace(place: FilePlace | undefined): place is FlowPlace {
  return place?.kind === 'flow' || place?.kind === 'packageNode' || place?.kind === 'packageChart';
}

/** An earlier version of a file has the file's path under a scheme of its own, and belongs to no workspace folder. */
function placeOfVersion(index: WorkspaceIndex, uri: vscode.Uri): FilePlace | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.some((folder) => folder.uri.scheme === uri.scheme)) return undefined;
  const folder = folders.find((candidate) => uri.path.startsWith(`${candidate.uri.path}/`));
  return folder ? index.placeOf(folder.uri.with({ path: uri.path })) : placeOf(uri.path.slice(1));
}
