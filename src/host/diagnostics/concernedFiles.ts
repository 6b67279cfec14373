import * as vscode from 'vscode';
import { concernedFiles as concernedPaths, validatedFiles } from '../../core/connection/concernedFiles';
import type { FileChange } from '../factsStore';
import type { LocatedProject, WorkspaceIndex } from '../workspaceIndex';

/** The files whose problems may be others now that some files say something else, once each. */
export function concernedFiles({ projects }: WorkspaceIndex, changes: readonly FileChange[]): vscode.Uri[] {
  const folders = new Map(changes.map(({ folder }) => [folder.uri.toString(), folder]));
  return [...folders].flatMap(([key, { uri }]) => {
    const isInFolder = ({ folder }: LocatedProject | FileChange) => folder.uri.toString() === key;
    const ofFolder = projects.filter(isInFolder).map(({ project }) => project);
    return concernedPaths(ofFolder, changes.filter(isInFolder)).map((path) => vscode.Uri.joinPath(uri, path));
  });
}

/** All files of a project that may have problems. */
export function validatedFilesOf({ folder, project }: LocatedProject): vscode.Uri[] {
  return validatedFiles(project).map((path) => vscode.Uri.joinPath(folder.uri, path));
}
