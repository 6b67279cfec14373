import * as vscode from 'vscode';
import { filesDeclaring, toMentioning } from '../../core/connection/mentions';
import { entryRange, filesNamingNode } from '../../core/language/definition';
import { symbolRanges, type NodeSymbol } from '../../core/language/flowSymbol';
import type { ReferenceId } from '../../core/flow/referenceId';
import { toRange } from '../convert';
import { readCurrentText } from '../currentText';
import type { FileOwner } from '../fileOwner';
import { findMentions } from '../findMentions';
import { flowSelector } from '../flowLanguages';
import type { LanguageServices } from './languageServices';
import { findSymbol } from './symbols';

/** Every place that names a Connection or a node, in all flows and locales of the project. */
export function registerReferences(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(flowSelector, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const found = await findSymbol(services, document, position, token);
      if (!found?.where) return undefined;
      const { symbol, where } = found;
      return symbol.kind === 'node'
        ? nodeLocations(services, where, symbol)
        : connectionLocations(services, where, symbol.referenceId, includeDeclaration);
    },
  });
}

/** The same places in the file alone. */
export function registerHighlights(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(flowSelector, {
    async provideDocumentHighlights(document, position, token) {
      const found = await findSymbol(services, document, position, token);
      if (!found?.isFlow) return undefined;
      const { symbol, json, where } = found;
      const catalog = await services.loadCatalog();
      const isDeclared = where !== undefined;
      const file =
        symbol.kind === 'connection' && where
          ? toMentioning(where.owner.project, where.path, symbol.referenceId)
          : { path: '', kind: 'flow' as const, isDeclared };
      return symbolRanges(json, symbol, file, catalog).map(
        (range) => new vscode.DocumentHighlight(toRange(document, range)),
      );
    },
  });
}

async function connectionLocations(
  services: LanguageServices,
  { owner, path }: FileOwner,
  referenceId: ReferenceId,
  includeDeclaration: boolean,
): Promise<vscode.Location[]> {
  const files = await findMentions(services, owner, referenceId);
  const uses = files.flatMap(({ uri, ranges }) => ranges.map((range) => new vscode.Location(uri, range)));
  if (!includeDeclaration) return uses;
  const declarations: vscode.Location[] = [];
  for (const file of filesDeclaring(owner.project, path, referenceId)) {
    const uri = vscode.Uri.joinPath(owner.folder.uri, file);
    const current = await readCurrentText(uri, services.documents);
    const range = current.kind === 'text' ? entryRange(current.json, referenceId) : undefined;
    if (range && current.kind === 'text') declarations.push(new vscode.Location(uri, current.toRange(range)));
  }
  return [...declarations, ...uses];
}

async function nodeLocations(
  services: LanguageServices,
  { owner, path }: FileOwner,
  symbol: NodeSymbol,
): Promise<vscode.Location[]> {
  const catalog = await services.loadCatalog();
  const files = filesNamingNode(symbol, owner.project, path);
  const located = await Promise.all(
    files.map(async (file) => {
      const uri = vscode.Uri.joinPath(owner.folder.uri, file);
      const current = await readCurrentText(uri, services.documents);
      if (current.kind !== 'text') return [];
      const place = { path: file, kind: 'flow', isDeclared: false } as const;
      return symbolRanges(current.json, symbol, place, catalog).map(
        (range) => new vscode.Location(uri, current.toRange(range)),
      );
    }),
  );
  return located.flat();
}
