import * as vscode from 'vscode';
import type { FileTrouble } from '../core/connection/fileFacts';
import { JsonDocument } from '../core/json/jsonDocument';
import type { OpenDocuments } from './openDocuments';

export type IndexReading =
  | { readonly kind: 'json'; readonly json: JsonDocument; readonly isUnsaved: boolean }
  | { readonly kind: 'trouble'; readonly trouble: FileTrouble }
  | { readonly kind: 'gone' };

/** Parsing blocks the extension host: above this size it would be felt. The largest real charts have 2.5 MB. */
export const maximumBytes = 4 * 1024 * 1024;

/**
 * A file as the index should see it: unsaved changes override the disk. A document without any does not, for VS Code
 * keeps documents for a while whose file is gone. Where presence is enough, no text is read. Never throws.
 */
export async function readForIndex(
  uri: vscode.Uri,
  documents: OpenDocuments,
  isPresenceEnough = false,
): Promise<IndexReading> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) {
    const json = documents.read(open);
    return json.text.length > maximumBytes
      ? tooLarge(json.text.length)
      : { kind: 'json', json, isUnsaved: true };
  }
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) return { kind: 'trouble', trouble: { kind: 'notAFile' } };
    if (isPresenceEnough) return { kind: 'json', json: new JsonDocument(''), isUnsaved: false };
    if (size > maximumBytes) return tooLarge(size);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return { kind: 'json', json: new JsonDocument(text), isUnsaved: false };
  } catch (error) {
    const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isGone ? { kind: 'gone' } : { kind: 'trouble', trouble: { kind: 'failed' } };
  }
}

function tooLarge(bytes: number): IndexReading {
  return { kind: 'trouble', trouble: { kind: 'tooLarge', bytes } };
}
