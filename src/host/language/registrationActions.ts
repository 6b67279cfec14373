import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import { findConnection } from '../../core/connection/projectConnections';
import { toReferenceId } from '../../core/flow/referenceId';
import type { FixContext } from '../../core/language/fixes/fix';
import type { RegisterAs } from '../registerAs';
import type { WorkspaceIndex } from '../workspaceIndex';
import { commandAction } from './commandAction';
import type { FormerNames } from './formerNames';

export interface RegistrationServices {
  readonly index: WorkspaceIndex;
  readonly formerNames: FormerNames;
}

/** For Reference IDs that nobody declares: give it a name, or the name that the same nodes used before. */
export async function registrationActions(
  { index, formerNames }: RegistrationServices,
  document: vscode.TextDocument,
  contexts: readonly FixContext[],
  catalog: Catalog,
  token: vscode.CancellationToken,
  diagnosticOf: (context: FixContext) => vscode.Diagnostic | undefined,
): Promise<vscode.CodeAction[]> {
  const unknown = contexts.filter(({ problem }) => problem.code === 'connection-unknown');
  const located = index.locate(document.uri);
  const owner = located && index.projectOfFlow(located);
  const actions: vscode.CodeAction[] = [];
  for (const context of owner ? unknown : []) {
    const { document: json, problem } = context;
    const diagnostic = diagnosticOf(context);
    const range = json.rangeOf(problem.path);
    const referenceId = toReferenceId(range && json.valueAt(range.offset)?.value);
    if (!owner || !referenceId || token.isCancellationRequested) continue;
    for (const former of await formerNames.find(owner, document.uri, json, referenceId, catalog)) {
      const title = former.isOwn
        ? vscode.l10n.t('Register as “{0}”: the same nodes used it before', former.as.name)
        : vscode.l10n.t(
            'Register as “{0}”: the same nodes use it in {1}',
            former.as.name,
            former.from.project.name,
          );
      const argument: RegisterAs = { owner, referenceId, as: former.as, isOwn: former.isOwn };
      actions.push(commandAction(title, commandIds.registerAs, [argument], diagnostic));
    }
    const entry = findConnection(owner.project, referenceId);
    if (entry?.kind === 'undeclared') {
      const node = { kind: 'undeclared', owner, entry };
      const title = vscode.l10n.t('Register this Connection…');
      actions.push(commandAction(title, commandIds.register, [node], diagnostic));
    }
  }
  return actions;
}
