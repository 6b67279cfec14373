import * as vscode from 'vscode';
import { definingFiles, definitionRange } from '../../core/language/definition';
import { toRange } from '../convert';
import { readCurrentText } from '../currentText';
import { flowSelector } from '../flowLanguages';
import type { LanguageServices } from './languageServices';
import { findSymbol } from './symbols';

/** Leads from a Reference ID to the Connection's entry, and from a target or a relation to the node. */
export function registerDefinition(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(flowSelector, {
    async provideDefinition(document, position, token) {
      const found = await findSymbol(services, document, position, token);
      if (!found) return undefined;
      const { symbol, json, where } = found;
      const origin = toRange(document, symbol.range);
      const links: vscode.LocationLink[] = [];
      const add = (targetUri: vscode.Uri, targetRange: vscode.Range) =>
        links.push({ originSelectionRange: origin, targetUri, targetRange });
      for (const path of definingFiles(symbol, where?.owner.project, where?.path ?? '')) {
        const isHere = path === (where?.path ?? '');
        const here = isHere ? definitionRange(json, symbol) : undefined;
        if (here) add(document.uri, toRange(document, here));
        if (isHere || !where) continue;
        const uri = vscode.Uri.joinPath(where.owner.folder.uri, path);
        const current = await readCurrentText(uri, services.documents);
        const range = current.kind === 'text' ? definitionRange(current.json, symbol) : undefined;
        if (range && current.kind === 'text') add(uri, current.toRange(range));
      }
      return links;
    },
  });
}
