import * as vscode from 'vscode';
import { knowledgeFor } from '../../core/connection/knowledge';
import { connectionHints } from '../../core/language/connectionHints';
import { toOffsets, toPosition } from '../convert';
import { ownerOfFlow } from '../fileOwner';
import { localize } from '../localize';
import { isOfConnections } from '../workspaceIndex';
import { flowSelector } from '../flowLanguages';
import { readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';
import { asTitle } from '../../core/shownText';

/** Shows the name of a Connection behind its Reference ID; VS Code's own setting turns it off. */
export function registerInlayHints(services: LanguageServices): vscode.Disposable {
  const { index } = services;
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    index.onDidChange((change) => {
      if (isOfConnections(change)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(flowSelector, {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range, token) {
        const file = await readFlowFile(services, document, token);
        const found = file && ownerOfFlow(index, document.uri);
        if (!found) return [];
        const knowledge = knowledgeFor(found.owner.project, found.path);
        const hints = connectionHints(
          file.json,
          toOffsets(document, range),
          file.catalog,
          knowledge,
          localize,
        );
        return hints.map(({ offset, label, tooltip }) => {
          const hint = new vscode.InlayHint(toPosition(document, offset), asTitle(label));
          hint.tooltip = asTitle(tooltip);
          return hint;
        });
      },
    }),
  );
}
