import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { ReferenceId } from '../core/flow/referenceId';
import { isObject } from '../core/json/narrow';
import type { TextEdit } from '../core/json/textEdit';
import {
  chooseConnection,
  connectionChoicesOf,
  type ConfigAddress,
  type ConnectionChoices,
} from '../core/language/chooseConnection';
import { toTextEdit } from './convert';
import type { OpenDocuments } from './openDocuments';
import { warn } from './notify';

/** A field for a Connection, named so that it is found again after its file has changed. */
export interface ConnectionFieldPlace {
  readonly uri: vscode.Uri;
  readonly address: ConfigAddress;
  readonly key: string;
}

export interface PlaceServices {
  readonly documents: OpenDocuments;
  readonly loadCatalog: () => Promise<Catalog>;
}

/** Narrows what a command was called with. */
export function isConnectionFieldPlace(value: unknown): value is ConnectionFieldPlace {
  return (
    isObject(value) &&
    value.uri instanceof vscode.Uri &&
    typeof value.key === 'string' &&
    isObject(value.address) &&
    typeof value.address.node === 'string'
  );
}

/** Puts a Connection into a field of a node, as one edit to be undone, unsaved. */
export function fillField(
  { uri, address, key }: ConnectionFieldPlace,
  referenceId: ReferenceId | '',
  services: PlaceServices,
): Promise<boolean> {
  return changeNode(uri, address, services, (json, choices) =>
    chooseConnection(json, choices, key, referenceId),
  );
}

/** Changes the settings of a node as it is now; says so where that can't be done. */
export async function changeNode(
  uri: vscode.Uri,
  address: ConfigAddress,
  { documents, loadCatalog }: PlaceServices,
  change: (json: ReturnType<OpenDocuments['read']>, choices: ConnectionChoices) => readonly TextEdit[],
): Promise<boolean> {
  const catalog = await loadCatalog();
  const document = await vscode.workspace.openTextDocument(uri);
  const json = documents.read(document);
  const choices = connectionChoicesOf(json, address, catalog);
  const edits = choices && json.isSoundAt(choices.node.path) ? change(json, choices) : undefined;
  if (!edits) {
    void warn(
      choices
        ? vscode.l10n.t('This node isn’t valid JSON at the moment. Mend it, then try again.')
        : vscode.l10n.t('This node is no longer there, or there are two with its “_id”.'),
    );
    return false;
  }
  if (edits.length === 0) return true;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map((one) => toTextEdit(document, one)),
  );
  return vscode.workspace.applyEdit(edit);
}
