import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { ConnectionDocument } from '../../core/draft/connectionDocument';
import type { EditorTarget } from '../../core/draft/editorTarget';
import { createDocument, type EditingServices } from '../editor/createDocument';
import type { ConnectionsTree } from '../tree/connectionsTree';
import { askQuestions } from './askQuestions';
import { questionsOf } from './questions';
import { fail, inform, showStatus } from '../notify';

export interface QuickFormServices extends EditingServices {
  readonly tree: ConnectionsTree;
  readonly loadCatalog: () => Promise<Catalog>;
}

/**
 * Edits a Connection without its form: one question after another, then a save. Escape at any of them leaves all as
 * it was; what can't be saved is kept for another try.
 */
export async function editByQuestions(
  services: QuickFormServices,
  target: EditorTarget,
  title: string,
  what: 'all' | 'credentials',
): Promise<void> {
  const document = createDocument(services, target, await services.loadCatalog());
  await document.load();
  if (!(await document.claimCredentials())) return;
  const questions = questionsOf(document, what);
  if (questions.length === 0) {
    await inform(
      vscode.l10n.t('The fields of this type are not known here. Name them in the Connection’s editor.'),
    );
    return;
  }
  // What was answered stays in the draft, so that asking again shows it.
  while ((await askQuestions(title, questions)) && (await save(services, document)) === 'again');
}

/** `again`: something in the answers has to be mended first. */
async function save(services: QuickFormServices, document: ConnectionDocument): Promise<'again' | undefined> {
  const outcome = await document.save();
  switch (outcome.kind) {
    case 'cancelled':
      return undefined;
    case 'saved':
      services.tree.refresh();
      showStatus(vscode.l10n.t('Saved “{0}”', outcome.connection.name));
      await outcome.offerReplacement?.();
      return undefined;
    case 'invalid':
      return (await wantsToRetry(Object.values(outcome.errors).join(' '))) ? 'again' : undefined;
    case 'refused':
      return (await wantsToRetry(outcome.sentence)) ? save(services, document) : undefined;
  }
}

async function wantsToRetry(why: string): Promise<boolean> {
  const again = vscode.l10n.t('Try Again');
  return (await fail(why, again)) === again;
}
