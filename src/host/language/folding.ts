import * as vscode from 'vscode';
import { nodeRegions } from '../../core/language/folding';
import { toRange } from '../convert';
import { flowSelector } from '../flowLanguages';
import { readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';

/**
 * Makes nodes and relations regions, so that Fold All Regions leaves a list of them. VS Code asks all providers; where
 * two have a range that starts in the same line it takes ours, and all other brackets are those of its JSON support.
 */
export function registerFolding(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(flowSelector, {
    async provideFoldingRanges(document, _context, token) {
      const file = await readFlowFile(services, document, token);
      return file && nodeRegions(file.json).flatMap((region) => toFold(toRange(document, region)));
    },
  });
}

/** As VS Code's JSON support folds: the line with the closing bracket stays. */
function toFold({ start, end }: vscode.Range): vscode.FoldingRange[] {
  const last = end.line - 1;
  return last > start.line ? [new vscode.FoldingRange(start.line, last, vscode.FoldingRangeKind.Region)] : [];
}
