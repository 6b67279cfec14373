import * as vscode from 'vscode';
import { readNewReference, renameTargetAt } from '../../core/language/rename';
import { toRange } from '../convert';
import { ownerOfFlow } from '../fileOwner';
import { localize } from '../localize';
import { unreadSentence } from '../replaceEverywhere';
import { planReplacement } from '../replaceInFlows';
import { flowSelector } from '../flowLanguages';
import { readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';
import { warn } from '../notify';

/**
 * Puts another Connection in the place of one in all flows of the project: F2, then the other one's name or Reference
 * ID. VS Code shows what was thrown as the reason.
 */
export function registerRename(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerRenameProvider(flowSelector, {
    async prepareRename(document, position, token) {
      const found = await findTarget(services, document, position, token);
      if (!found) {
        // What VS Code says where nobody renames anything: this may be any JSON file.
        throw new Error(
          ownerOfFlow(services.index, document.uri)
            ? vscode.l10n.t('Put the cursor into the Reference ID of a Connection first.')
            : vscode.l10n.t('You cannot rename this element.'),
        );
      }
      const { range, placeholder } = found.target;
      return { range: toRange(document, range), placeholder };
    },
    async provideRenameEdits(document, position, newName, token) {
      const { version } = document;
      const found = await findTarget(services, document, position, token);
      if (!found) return undefined;
      const { target, owner, path } = found;
      const answer = readNewReference(newName, target, { project: owner.project, path }, localize);
      if (answer.kind === 'rejected') throw new Error(answer.sentence);
      const change = { from: target.referenceId, to: answer.to };
      const { edit, refused, unread } = await planReplacement(services, owner, change);
      if (refused.length > 0) throw new Error(refused.join(' '));
      if (document.version !== version) return undefined;
      if (unread.length > 0) {
        void warn(unread.map((file) => unreadSentence(file)).join(' '));
      }
      return edit;
    },
  });
}

async function findTarget(
  services: LanguageServices,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
) {
  await services.index.start();
  const file = await readFlowFile(services, document, token);
  const found = file && services.index.locate(document.uri) && ownerOfFlow(services.index, document.uri);
  if (!found) return undefined;
  const { owner, path } = found;
  const where = { project: owner.project, path };
  const target = renameTargetAt(file.json, document.offsetAt(position), file.catalog, where);
  return target && { target, owner, path };
}
