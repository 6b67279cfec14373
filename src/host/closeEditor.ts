import * as vscode from 'vscode';
import type { Connection } from '../core/connection/connection';
import { editTarget, findEditorTab, savedEditorUri } from './editor/openConnectionEditor';
import type { LocatedProject } from './workspaceIndex';

/** Whether a Connection's editor holds changes that nobody has saved. */
export function hasUnsavedEditor(owner: LocatedProject, connection: Connection): boolean {
  return tabOf(owner, connection)?.isDirty ?? false;
}

/** Closes the editor of a Connection that is no longer there; one with unsaved changes stays, for them to be saved. */
export async function closeEditor(owner: LocatedProject, connection: Connection): Promise<void> {
  const tab = tabOf(owner, connection);
  if (tab && !tab.isDirty) await vscode.window.tabGroups.close(tab);
}

function tabOf(owner: LocatedProject, connection: Connection): vscode.Tab | undefined {
  return findEditorTab(savedEditorUri(editTarget(owner, connection), connection));
}
