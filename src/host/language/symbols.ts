import type * as vscode from 'vscode';
import { declarationFor } from '../../core/connection/projects';
import type { JsonDocument } from '../../core/json/jsonDocument';
import { entrySymbolAt, flowSymbolAt, type FlowSymbol } from '../../core/language/flowSymbol';
import { ownerOfConnectionsFile, ownerOfFlow, type FileOwner } from '../fileOwner';
import type { LanguageServices } from './languageServices';
import { readFlowFile } from './flowFile';

/** What the id at a position names, and whose file that is. */
export interface FoundSymbol {
  readonly symbol: FlowSymbol;
  readonly json: JsonDocument;
  /** Undefined for a flow file that belongs to no project here. */
  readonly where: FileOwner | undefined;
  readonly isFlow: boolean;
}

/** In flow files and connections files, earlier versions too. */
export async function findSymbol(
  services: LanguageServices,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<FoundSymbol | undefined> {
  await services.index.start();
  const offset = document.offsetAt(position);
  const file = await readFlowFile(services, document, token);
  if (file) {
    const where = ownerOfFlow(services.index, document.uri);
    const symbol = flowSymbolAt(
      file.json,
      offset,
      file.catalog,
      (id) => !!where && declarationFor(where.owner.project, where.path, id) !== undefined,
    );
    return symbol && { symbol, json: file.json, where, isFlow: true };
  }
  const where = ownerOfConnectionsFile(services.index, document.uri);
  if (!where || token.isCancellationRequested) return undefined;
  const json = services.documents.read(document);
  const symbol = entrySymbolAt(json, offset);
  return symbol && { symbol, json, where, isFlow: false };
}
