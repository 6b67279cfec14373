import * as vscode from 'vscode';
import { JsonDocument } from '../../core/json/jsonDocument';
import type { JsonPath } from '../../core/json/jsonPath';
import { findPart } from '../../core/language/nodePart';
import { isText } from '../../core/language/ownEditorAt';
import { decodeUtf8 } from '../decodeUtf8';
import type { OpenDocuments } from '../openDocuments';
import { readIfThere } from '../readIfThere';
import type { PartTarget } from './partUri';

/** Why a text is not to be had at the moment, or not any more. */
export interface Unread {
  readonly kind: 'gone' | 'unreadable';
  readonly sentence: string;
}

/** A flow file: its document when that has unsaved changes, else what is on disk. */
export type FlowText =
  | { readonly kind: 'document'; readonly document: vscode.TextDocument; readonly json: JsonDocument }
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      /** The byte order mark, where there is one. */
      readonly mark: string;
      readonly json: JsonDocument;
    }
  | Unread;

/** A part as it is in its flow file. */
export type PartReading = { readonly kind: 'text'; readonly text: string; readonly path: JsonPath } | Unread;

const byteOrderMark = '\uFEFF';

/** Opens nothing. A document without unsaved changes says nothing that its file does not, and may be older. */
export async function readFlow(flow: vscode.Uri, documents: OpenDocuments): Promise<FlowText> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === flow.toString());
  if (document?.isDirty) return { kind: 'document', document, json: documents.read(document) };
  const bytes = await readIfThere(flow);
  if (!bytes) return { kind: 'gone', sentence: vscode.l10n.t('{0} is no longer there.', nameOf(flow)) };
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const sentence = vscode.l10n.t('{0} is not UTF-8. Convert it first.', nameOf(flow));
    return { kind: 'unreadable', sentence };
  }
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  return { kind: 'file', bytes, mark, json: new JsonDocument(text.slice(mark.length)) };
}

export async function readPart(target: PartTarget, documents: OpenDocuments): Promise<PartReading> {
  const flow = await readFlow(target.flow, documents);
  return 'json' in flow ? readPartIn(flow.json, target) : flow;
}

export function readPartIn(json: JsonDocument, { flow, address }: PartTarget): PartReading {
  const state = findPart(json, address);
  switch (state.kind) {
    case 'found': {
      const { text, path } = state;
      return isText(text) ? { kind: 'text', text, path } : { kind: 'unreadable', sentence: notText() };
    }
    case 'gone':
      return {
        kind: 'gone',
        sentence: vscode.l10n.t(
          'The node that held this text is no longer in {0}, or holds it no more.',
          nameOf(flow),
        ),
      };
    case 'broken':
      return { kind: 'unreadable', sentence: notJson(flow) };
  }
}

export function notText(): string {
  return vscode.l10n.t(
    'This text holds half a character (a lone surrogate), which an editor would lose. Change it in the flow file.',
  );
}

export function notJson(flow: vscode.Uri): string {
  return vscode.l10n.t('{0} isn’t valid JSON at the moment. Mend it, then try again.', nameOf(flow));
}

/** With the folders: every chart is called chart.json. */
export function nameOf(flow: vscode.Uri): string {
  return vscode.workspace.asRelativePath(flow);
}
