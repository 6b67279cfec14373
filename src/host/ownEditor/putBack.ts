import * as vscode from 'vscode';
import { editString } from '../../core/json/editString';
import { applyEdits, type TextEdit } from '../../core/json/textEdit';

import { toTextEdit } from '../convert';
import type { OpenDocuments } from '../openDocuments';
import { describeUnwritten, type ReplaceFile } from '../replaceFile';
import { nameOf, readFlow, readPartIn, type FlowText, type Unread } from './flowText';
import type { PartTarget } from './partUri';

export interface PutBackServices {
  readonly documents: OpenDocuments;
  readonly replaceFile: ReplaceFile;
}

/** A file that changes between reading and writing is read again; this often in a row is more than bad luck. */
const attempts = 3;

/**
 * Puts a text back into its flow file, as the smallest edits of its string; gives what hindered it. A document with
 * unsaved changes keeps them all, for its user to save or undo. Else the file itself is written, so that to save means
 * what it says: whatever VS Code has of it may be older, and saving it would format it or even out its line endings.
 */
export async function putBack(
  target: PartTarget,
  services: PutBackServices,
  wanted: (before: string) => string,
): Promise<Unread | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const flow = await readFlow(target.flow, services.documents);
    if (!('json' in flow)) return flow;
    const part = readPartIn(flow.json, target);
    if (part.kind !== 'text') return part;
    const edits = editString(flow.json, part.path, wanted(part.text));
    if (edits.length === 0) return undefined;
    const outcome = await write(target.flow, flow, edits, services.replaceFile);
    if (outcome === 'written') return undefined;
    if (outcome === 'readOnly' || outcome === 'declined')
      return { kind: 'unreadable', sentence: describeUnwritten(outcome, target.flow) };
  }
  const sentence = vscode.l10n.t('{0} could not be changed. Try again.', nameOf(target.flow));
  return { kind: 'unreadable', sentence };
}

/** `changed` when something else has changed the file or its document since it was read. */
async function write(
  uri: vscode.Uri,
  flow: Exclude<FlowText, Unread>,
  edits: readonly TextEdit[],
  replaceFile: ReplaceFile,
): ReturnType<ReplaceFile> {
  const { text } = flow.json;
  if (flow.kind === 'document') {
    if (flow.document.getText() !== text) return 'changed';
    const change = new vscode.WorkspaceEdit();
    change.set(
      uri,
      edits.map((edit) => toTextEdit(flow.document, edit)),
    );
    return (await vscode.workspace.applyEdit(change)) ? 'written' : 'changed';
  }
  const content = new TextEncoder().encode(flow.mark + applyEdits(text, edits));
  return replaceFile(uri, flow.bytes, content);
}
