import * as vscode from 'vscode';
import { JsonDocument } from '../core/json/jsonDocument';
import { LineIndex } from '../core/json/lineIndex';
import type { TextRange } from '../core/json/textRange';
import { toRange, toRangeIn } from './convert';
import { decodeLikeEditor } from './decodeLikeEditor';
import type { OpenDocuments } from './openDocuments';
import { maximumBytes } from './readForIndex';
import { readIfThere } from './readIfThere';

/** A file as an edit of VS Code would find it. */
export type CurrentText =
  | {
      readonly kind: 'text';
      readonly json: JsonDocument;
      readonly toRange: (range: TextRange) => vscode.Range;
      /** Opening such a file, VS Code makes all of its line endings the same, and saving it would change them. */
      readonly hasMixedLineEndings: boolean;
    }
  | { readonly kind: 'gone' | 'otherEncoding' | 'tooLarge' };

/** The document of an open file, else what is on disk, without opening it. */
export async function readCurrentText(uri: vscode.Uri, documents: OpenDocuments): Promise<CurrentText> {
  const open = readOpenText(uri, documents);
  if (open) return open;
  const bytes = await readIfThere(uri);
  if (!bytes) return { kind: 'gone' };
  if (bytes.length > maximumBytes) return { kind: 'tooLarge' };
  const text = await decodeLikeEditor(uri, bytes);
  // It may have been opened, and changed, in the meantime.
  const opened = readOpenText(uri, documents);
  if (opened) return opened;
  if (text === undefined) return { kind: 'otherEncoding' };
  const lines = new LineIndex(text);
  return {
    kind: 'text',
    json: new JsonDocument(text),
    toRange: (range) => toRangeIn(lines, range),
    hasMixedLineEndings: text.includes('\r\n') && /(^|[^\r])\n/.test(text),
  };
}

/** The document of an open file. */
export function readOpenText(uri: vscode.Uri, documents: OpenDocuments): CurrentText | undefined {
  const document = vscode.workspace.textDocuments.find(
    (candidate) => candidate.uri.toString() === uri.toString() && !candidate.isClosed,
  );
  if (!document) return undefined;
  return {
    kind: 'text',
    json: documents.read(document),
    toRange: (range) => toRange(document, range),
    hasMixedLineEndings: false,
  };
}
