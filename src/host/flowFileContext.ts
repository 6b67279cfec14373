import * as vscode from 'vscode';
import { contextKeys } from '../contributions';
import { isFlowPlace } from './flowPlace';
import type { WorkspaceIndex } from './workspaceIndex';

/** Tells menus whether the active editor shows a flow file: `when` clauses know neither shapes nor the user's globs. */
export function trackFlowFile(index: WorkspaceIndex): vscode.Disposable {
  let last: boolean | undefined;
  const update = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isFlowFile = uri !== undefined && isFlowPlace(index.placeOf(uri));
    if (isFlowFile === last) return;
    last = isFlowFile;
    void vscode.commands.executeCommand('setContext', contextKeys.isFlowFile, isFlowFile);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    // The globs of flow files may have changed.
    index.onDidChange(update),
  );
}
