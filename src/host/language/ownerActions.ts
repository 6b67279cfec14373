import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { knowledgeFor } from '../../core/connection/knowledge';
import { fileInLocale, ownerOf } from '../../core/connection/nodeOwner';
import type { FixContext } from '../../core/language/fixes/fix';
import { nodeAt } from '../../core/language/fieldAt';
import type { OwnNode } from '../showNode';
import type { WorkspaceIndex } from '../workspaceIndex';

/** For nodes of another locale that were changed here, which push does not send: the file where it would. */
export function ownerActions(
  index: WorkspaceIndex,
  document: vscode.TextDocument,
  contexts: readonly FixContext[],
): vscode.CodeAction[] {
  const located = index.locate(document.uri);
  const project = located && index.projectOfFlow(located)?.project;
  if (!project) return [];
  const knowledge = knowledgeFor(project, located.path).project;
  return contexts.flatMap(({ problem, document: json }) => {
    const node = problem.code === 'node-not-pushed' ? nodeAt(json, problem.path) : undefined;
    const owner = node && ownerOf(node, knowledge);
    const path = owner && fileInLocale(index.placeOf(document.uri), owner.locale);
    if (node?.id === undefined || !owner || path === undefined) return [];
    const title = vscode.l10n.t('This node belongs to {0}. Change it there', owner.locale);
    const target: OwnNode = { uri: vscode.Uri.joinPath(located.folder.uri, path), nodeId: node.id };
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: commandIds.openOwner, arguments: [target] };
    return [action];
  });
}
