import * as vscode from 'vscode';
import { editString } from '../../core/json/editString';
import type { JsonDocument } from '../../core/json/jsonDocument';
import type { TextEdit } from '../../core/json/textEdit';
import { toTextEdit } from '../convert';
import type { OpenDocuments } from '../openDocuments';
import { readIfThere } from '../readIfThere';
import { fileGone, nameOf, readPartIn, type PartReading } from './flowText';
import type { PartTarget } from './partUri';

export type PutBackOutcome =
  /** In the flow file, and on disk unless it had other unsaved changes. */
  | { readonly kind: 'done' }
  /** In the flow's document, which could not be saved. */
  | { readonly kind: 'unsaved'; readonly sentence: string }
  /** Nothing was changed. */
  | Exclude<PartReading, { kind: 'text' }>;

/** A document that changes while an edit is on its way refuses the edit; this often in a row is more than bad luck. */
const attempts = 3;

/**
 * Puts a text back into the flow's document, as the smallest edit of its string. A document without unsaved changes is
 * saved, so that to save means what it says; one that has some keeps them all, for its user to save or undo.
 */
export async function putBack(
  target: PartTarget,
  documents: OpenDocuments,
  wanted: (before: string) => string,
): Promise<PutBackOutcome> {
  const { flow } = target;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const document = await openFlow(flow);
    if (!document) return { kind: 'gone', sentence: fileGone(target) };
    const json = documents.read(document);
    const reading = readPartIn(json, target);
    if (reading.kind !== 'text') return reading;
    const edits = editString(json, reading.path, wanted(reading.text));
    if (edits.length === 0) return { kind: 'done' };
    const isToBeSaved = !document.isDirty;
    if (isToBeSaved && (await mixesLineEndings(flow))) {
      return refused(vscode.l10n.t('{0} mixes line endings. Choose one, then save again.', nameOf(flow)));
    }
    if (!(await apply(document, json, edits))) continue;
    if (!isToBeSaved || (await document.save())) return { kind: 'done' };
    const sentence = vscode.l10n.t('The text is in {0}, but that file could not be saved.', nameOf(flow));
    return { kind: 'unsaved', sentence };
  }
  return refused(vscode.l10n.t('{0} could not be changed. Try again.', nameOf(flow)));
}

function refused(sentence: string): PutBackOutcome {
  return { kind: 'unreadable', sentence };
}

async function apply(
  document: vscode.TextDocument,
  json: JsonDocument,
  edits: readonly TextEdit[],
): Promise<boolean> {
  // It may have been typed in since it was read.
  if (document.getText() !== json.text) return false;
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map((edit) => toTextEdit(document, edit)),
  );
  return vscode.workspace.applyEdit(change);
}

async function openFlow(flow: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(flow);
  } catch (error) {
    if (!(await readIfThere(flow))) return undefined;
    throw error;
  }
}

/** VS Code reads such a file with one line ending for all, and saving it would change every other line. */
async function mixesLineEndings(flow: vscode.Uri): Promise<boolean> {
  const text = new TextDecoder().decode(await readIfThere(flow));
  return text.includes('\r\n') && /(^|[^\r])\n/.test(text);
}
