import * as vscode from 'vscode';
import { placeGlobs, skippedFolders } from '../core/flow/filePlace';
import { createBreather } from './breather';
import type { Disk } from './disk';
import type { WorkspacePlaces } from './workspacePlaces';

const excluded = `**/{${skippedFolders.join(',')}}/**`;

/** So many are told apart in a millisecond or two. */
const filesAtOnce = 500;

/** One search for all: each is a process, and a host that starts has better things to do. */
const ownGlob = `{${[...placeGlobs, '**/flows/*/*/chart.json/*'].join(',')}}`;
const inPlaceOfChart = /\/chart\.json\/[^/]+$/;

/** The files that matter in a workspace folder, and folders where a chart should be. */
export async function findFilesOf(
  folder: vscode.WorkspaceFolder,
  places: WorkspacePlaces,
): Promise<vscode.Uri[]> {
  const patterns = [ownGlob, ...places.in(folder).globs];
  const found = await Promise.all(
    patterns.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), excluded)),
  );
  // A folder where a chart should be is found by what lies in it.
  return found.flat().map((uri) => (inPlaceOfChart.test(uri.path) ? vscode.Uri.joinPath(uri, '..') : uri));
}

/** The files that matter in any folder; none when it is no folder, or is gone again. */
export async function findFilesIn(
  folder: vscode.Uri,
  places: WorkspacePlaces,
  disk: Disk,
): Promise<vscode.Uri[]> {
  const stat = await disk.stat(folder).catch(() => undefined);
  if (!stat?.isFolder) return [];
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**'), excluded);
  const breathe = createBreather();
  const found: vscode.Uri[] = [];
  for (const [index, uri] of files.entries()) {
    // What a build has made may be a hundred thousand files.
    if (index % filesAtOnce === 0) await breathe();
    if (places.placeOf(uri) !== undefined) found.push(uri);
  }
  return found;
}

/** Those of what was made that are folders. */
export async function foldersOf(uris: readonly vscode.Uri[], disk: Disk): Promise<vscode.Uri[]> {
  const folders: vscode.Uri[] = [];
  for (const uri of uris) {
    const stat = await disk.stat(uri).catch(() => undefined);
    if (stat?.isFolder) folders.push(uri);
  }
  return folders;
}
