import * as vscode from 'vscode';
import type { NodeFamily } from '../../core/catalog/descriptions/knownNodeTypes';
import { outlineOf } from '../../core/language/outline';
import { toRange } from '../convert';
import { localize } from '../localize';
import { flowSelector } from '../flowLanguages';
import { readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';
import { onOneLine } from '../../core/shownText';

/** Lists the nodes in the outline, in the breadcrumbs and for Go to Symbol. */
export function registerOutline(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    flowSelector,
    {
      async provideDocumentSymbols(document, token) {
        const file = await readFlowFile(services, document, token);
        if (!file) return undefined;
        return outlineOf(file.json, localize).map(
          ({ name, detail, family, range, selection }) =>
            new vscode.DocumentSymbol(
              onOneLine(name),
              onOneLine(detail),
              symbolKinds[family],
              toRange(document, range),
              toRange(document, selection),
            ),
        );
      },
    },
    { label: vscode.l10n.t('Flow') },
  );
}

/** Kinds are borrowed for their icons. */
const symbolKinds: Readonly<Record<NodeFamily, vscode.SymbolKind>> = {
  start: vscode.SymbolKind.Event,
  end: vscode.SymbolKind.Event,
  logic: vscode.SymbolKind.Operator,
  message: vscode.SymbolKind.String,
  data: vscode.SymbolKind.Variable,
  nlu: vscode.SymbolKind.Key,
  ai: vscode.SymbolKind.Class,
  service: vscode.SymbolKind.Interface,
  copilot: vscode.SymbolKind.Object,
  xApp: vscode.SymbolKind.Object,
  voice: vscode.SymbolKind.Function,
  database: vscode.SymbolKind.Struct,
  mail: vscode.SymbolKind.Interface,
  microsoft: vscode.SymbolKind.Interface,
  other: vscode.SymbolKind.Package,
};
