import * as vscode from 'vscode';

/** Where a connections file lies, for people: the folder that it is for, or its own path where several share a folder. */
export function connectionsFileLabel(uri: string): string {
  return vscode.Uri.parse(uri).fsPath.replace(/[\\/]\.cognigy[\\/]connections\.json$/, '');
}
