import * as vscode from 'vscode';
import { hoverAt } from '../../core/language/hover';
import { toRange } from '../convert';
import { localize } from '../localize';
import { flowSelector, readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';

/** Tells what a node's type and the keys of its config are. */
export function registerHover(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerHoverProvider(flowSelector, {
    async provideHover(document, position, token) {
      const file = await readFlowFile(services, document, token);
      const found = file && hoverAt(file.json, document.offsetAt(position), file.catalog, localize);
      return (
        found && new vscode.Hover(new vscode.MarkdownString(found.markdown), toRange(document, found.range))
      );
    },
  });
}
