import * as vscode from 'vscode';
import { JsonDocument } from '../../core/json/jsonDocument';
import type { JsonPath } from '../../core/json/jsonPath';
import { findPart } from '../../core/language/nodePart';
import { isText } from '../../core/language/ownEditorAt';
import type { OpenDocuments } from '../openDocuments';
import { readIfThere } from '../readIfThere';
import type { PartTarget } from './partUri';

/** A part as it is in its flow file. */
export type PartReading =
  | { readonly kind: 'text'; readonly text: string; readonly path: JsonPath }
  /** The file, the node or the string is not there. */
  | { readonly kind: 'gone'; readonly sentence: string }
  /** It can't be told at the moment, or the string is none that an editor can hold. */
  | { readonly kind: 'unreadable'; readonly sentence: string };

/** Reads a part from the open document, else from the file: nothing is opened for it. */
export async function readPart(target: PartTarget, documents: OpenDocuments): Promise<PartReading> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.flow.toString());
  if (open) return readPartIn(documents.read(open), target);
  const bytes = await readIfThere(target.flow);
  if (!bytes) return { kind: 'gone', sentence: fileGone(target) };
  return readPartIn(new JsonDocument(new TextDecoder().decode(bytes)), target);
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

export function fileGone({ flow }: PartTarget): string {
  return vscode.l10n.t('{0} is no longer there.', nameOf(flow));
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
