import * as vscode from 'vscode';
import type { FileTrouble } from '../core/connection/fileFacts';

export type IndexReading =
  | { readonly kind: 'text'; readonly text: string; readonly isUnsaved: boolean }
  | { readonly kind: 'trouble'; readonly trouble: FileTrouble }
  | { readonly kind: 'gone' };

/** Parsing blocks the extension host: above this size it would be felt. The largest real charts have 2.5 MB. */
export const maximumBytes = 4 * 1024 * 1024;

/**
 * The text of a file as the index should see it: unsaved changes override the disk. A document without any does not,
 * for VS Code keeps documents for a while whose file is gone. Where presence is enough, no text is read. Never throws.
 */
export async function readForIndex(uri: vscode.Uri, isPresenceEnough = false): Promise<IndexReading> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) return toReading(open.getText(), true);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return { kind: 'trouble', trouble: { kind: 'notAFile' } };
    if (isPresenceEnough) return toReading('', false);
    if (size > maximumBytes) return { kind: 'trouble', trouble: { kind: 'tooLarge', bytes: size } };
    return toReading(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), false);
  } catch (error) {
    const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isGone ? { kind: 'gone' } : { kind: 'trouble', trouble: { kind: 'failed' } };
  }
}

function toReading(text: string, isUnsaved: boolean): IndexReading {
  return text.length > maximumBytes
    ? { kind: 'trouble', trouble: { kind: 'tooLarge', bytes: text.length } }
    : { kind: 'text', text, isUnsaved };
}
