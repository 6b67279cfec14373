import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { emptyConnectionFields } from '../../core/language/chooseConnection';
import { toPosition } from '../convert';
import { flowSelector } from '../flowLanguages';
import { readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';

/** Offers to choose a Connection where a node needs one and names none. */
export function registerCodeLens(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(flowSelector, {
    async provideCodeLenses(document, token) {
      const { uri } = document;
      const file = await readFlowFile(services, document, token);
      // An earlier version of a file can't be changed.
      if (!file || !services.index.locate(uri)) return [];
      return emptyConnectionFields(file.json, file.catalog).map(({ address, key, offset }) => {
        const position = toPosition(document, offset);
        return new vscode.CodeLens(new vscode.Range(position, position), {
          title: vscode.l10n.t('Choose Connection…'),
          command: commandIds.chooseConnection,
          arguments: [uri, address.node, key, address.locale],
        });
      });
    },
  });
}
