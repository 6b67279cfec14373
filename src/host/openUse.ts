import * as vscode from 'vscode';
import type { LocatedUse } from '../core/connection/projectConnections';
import { JsonDocument } from '../core/json/jsonDocument';
import { toRange } from './convert';

/** Shows where a Connection is named, the Reference ID selected. */
export async function openUse(
  folder: vscode.WorkspaceFolder,
  { file, use }: LocatedUse,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  const range = new JsonDocument(document.getText()).rangeOf(use.path);
  await vscode.window.showTextDocument(document, {
    ...options,
    ...(range && { selection: toRange(document, range) }),
  });
}
