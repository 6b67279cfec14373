import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import { placeOf, type FilePlace } from '../../core/flow/filePlace';
import type { JsonDocument } from '../../core/json/jsonDocument';
import { maximumBytes } from '../readForIndex';
import type { WorkspaceIndex } from '../workspaceIndex';
import type { LanguageServices } from './languageServices';

/** For which documents features register: of every scheme, so that they work in the diffs of Git too. */
export const flowSelector: vscode.DocumentSelector = { language: 'json' };

/** The place of a file with nodes. */
export type FlowPlace = Extract<FilePlace, { kind: 'flow' | 'packageNode' | 'packageChart' }>;

/** What a flow file is by its place; undefined for every other file. */
export function flowPlaceOf(index: WorkspaceIndex, uri: vscode.Uri): FlowPlace | undefined {
  const place = index.placeOf(uri) ?? placeOfVersion(index, uri);
  return place?.kind === 'flow' || place?.kind === 'packageNode' || place?.kind === 'packageChart'
    ? place
    : undefined;
}

/** An earlier version of a file has the file's path under a scheme of its own, and belongs to no workspace folder. */
function placeOfVersion(index: WorkspaceIndex, uri: vscode.Uri): FilePlace | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.some((folder) => folder.uri.scheme === uri.scheme)) return undefined;
  const folder = folders.find((candidate) => uri.path.startsWith(`${candidate.uri.path}/`));
  return folder ? index.placeOf(folder.uri.with({ path: uri.path })) : placeOf(uri.path.slice(1));
}

export interface FlowFile {
  readonly json: JsonDocument;
  readonly catalog: Catalog;
}

/** A flow file as it is now. Undefined for every other file, and when what was asked about is no more. */
export async function readFlowFile(
  { index, documents, loadCatalog }: LanguageServices,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<FlowFile | undefined> {
  if (!flowPlaceOf(index, document.uri)) return undefined;
  const { version } = document;
  const catalog = await loadCatalog();
  if (token.isCancellationRequested || document.isClosed || document.version !== version) return undefined;
  if (document.getText().length > maximumBytes) return undefined;
  return { json: documents.read(document), catalog };
}
