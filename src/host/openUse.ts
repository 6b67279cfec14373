import * as vscode from 'vscode';
import type { LocatedUse } from '../core/connection/projectConnections';
import { JsonDocument } from '../core/json/jsonDocument';
import { toRange } from './convert';

/** Shows where a node names a Connection, the Reference ID selected. */
export async function openUse(folder: vscode.WorkspaceFolder, { file, use }: LocatedUse): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  const range = new JsonDocument(document.getText()).rangeOf(use.path);
  await vscode.window.showTextDocument(document, range ? { selection: toRange(document, range) } : {});
}
