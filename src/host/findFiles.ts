import * as vscode from 'vscode';
import { placeGlobs, skippedFolders } from '../core/flow/filePlace';
import type { WorkspacePlaces } from './workspacePlaces';

const excluded = `**/{${skippedFolders.join(',')}}/**`;

/** One search for all: each is a process, and a host that starts has better things to do. */
const ownGlob = `{${[...placeGlobs, '**/flows/*/*/chart.json/*'].join(',')}}`;
const inPlaceOfChart = /^(.*\/flows\/[^/]+\/[^/]+\/chart\.json)\/[^/]+$/;

/** The folder that a file lies in where a chart should be. */
export function chartIn(path: string): string | undefined {
  return inPlaceOfChart.exec(`/${path}`)?.[1];
}

/**
 * The files that matter in a workspace folder, and folders where a chart should be. VS Code leaves out what its setting
 * `files.exclude` says, whatever else is to be left out.
 */
export async function findFilesOf(
  folder: vscode.WorkspaceFolder,
  places: WorkspacePlaces,
): Promise<vscode.Uri[]> {
  const patterns = [ownGlob, ...places.in(folder).globs];
  const found = await Promise.all(
    patterns.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), excluded)),
  );
  // A folder where a chart should be is found by what lies in it.
  return found.flat().map((uri) => (chartIn(uri.path) === undefined ? uri : vscode.Uri.joinPath(uri, '..')));
}
