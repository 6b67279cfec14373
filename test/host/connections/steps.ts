import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { access, fileUri, eventually } from '../support';

export const run = <T>(command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<T>(command, ...args);

export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place after the first occurrence of a text. */
export function after(document: vscode.TextDocument, text: string, shift = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + text.length + shift);
}

/** Puts a text back as it was on disk. */
export async function revert(...documents: vscode.TextDocument[]): Promise<void> {
  for (const document of documents) {
    await vscode.window.showTextDocument(document);
    await run('workbench.action.files.revert');
  }
  await run('workbench.action.closeAllEditors');
}

/** Starts the extension, and waits until it knows the project. */
export async function start(): Promise<void> {
  const { index } = await access();
  await eventually(() => index.projects.some(({ project }) => project.registered.size === 3));
}
