import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import { formerConnection } from '../../core/connection/formerConnection';
import { findConnection } from '../../core/connection/projectConnections';
import { declarationFor } from '../../core/connection/projects';
import { connectionUses } from '../../core/flow/connectionUse';
import { readFlowNodes } from '../../core/flow/flowNode';
import { toReferenceId, type ReferenceId } from '../../core/flow/referenceId';
import { JsonDocument } from '../../core/json/jsonDocument';
import type { FixContext } from '../../core/language/fixes/fix';
import { readFromHead } from '../gitHead';
import type { RegisterAs } from '../registerAs';
import type { LocatedProject, WorkspaceIndex } from '../workspaceIndex';

/** For Reference IDs that nobody declares: give it a name, or the name that the same nodes used before. */
export async function registrationActions(
  index: WorkspaceIndex,
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
    for (const former of await formerNames(index, owner, document.uri, json, referenceId, catalog)) {
      const title = former.isOwn
        ? vscode.l10n.t('Register as “{0}”: the same nodes used it before', former.as.name)
        : vscode.l10n.t(
            'Register as “{0}”: the same nodes use it in {1}',
            former.as.name,
            former.from.project.name,
          );
      const argument: RegisterAs = { owner, referenceId, as: former.as, isOwn: former.isOwn };
      actions.push(toAction(title, commandIds.registerAs, argument, diagnostic));
    }
    const entry = findConnection(owner.project, referenceId);
    if (entry?.kind === 'undeclared') {
      const node = { kind: 'undeclared', owner, entry };
      actions.push(
        toAction(vscode.l10n.t('Register this Connection…'), commandIds.register, node, diagnostic),
      );
    }
  }
  return actions;
}

interface FormerName {
  readonly as: Connection;
  readonly isOwn: boolean;
  readonly from: LocatedProject;
}

async function formerNames(
  index: WorkspaceIndex,
  owner: LocatedProject,
  uri: vscode.Uri,
  json: JsonDocument,
  referenceId: ReferenceId,
  catalog: Catalog,
): Promise<FormerName[]> {
  const usesOf = (value: unknown) => readFlowNodes(value).flatMap((node) => connectionUses(node, catalog));
  const uses = usesOf(json.value);
  const registered =
    ({ project }: LocatedProject) =>
    (id: ReferenceId) =>
      project.registered.get(id);
  const head = await readFromHead(uri);
  const before = head === undefined ? [] : usesOf(new JsonDocument(head).value);
  const own = formerConnection(referenceId, uses, before, registered(owner));
  if (own) return [{ as: own, isOwn: true, from: owner }];
  return index.projects.flatMap((from) => {
    if (from.id === owner.id) return [];
    for (const [path, facts] of from.project.flows) {
      const declared = (id: ReferenceId) => declarationFor(from.project, path, id);
      const as = formerConnection(referenceId, uses, facts.uses, declared);
      if (as) return [{ as, isOwn: false, from }];
    }
    return [];
  });
}

function toAction(
  title: string,
  command: string,
  argument: unknown,
  diagnostic: vscode.Diagnostic | undefined,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  // VS Code lists those first that say what they mend.
  if (diagnostic) action.diagnostics = [diagnostic];
  action.command = { title, command, arguments: [argument] };
  return action;
}
