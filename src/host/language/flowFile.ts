import type * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { JsonDocument } from '../../core/json/jsonDocument';
import { flowPlaceOf } from '../flowPlace';
import { maximumBytes } from '../readForIndex';
import type { LanguageServices } from './languageServices';

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
