import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { knowledgeFor } from '../../core/connection/knowledge';
import { fileInLocale, ownerOf } from '../../core/connection/nodeOwner';
import type { FixContext } from '../../core/language/fixes/fix';
import { nodeAt } from '../../core/language/fieldAt';
import type { OwnNode } from '../showNode';
import type { WorkspaceIndex } from '../workspaceIndex';
import { commandAction } from './commandAction';

/** For nodes of another locale, whose changes here push does not send: the file where it would. */
export function ownerActions(
  index: WorkspaceIndex,
  document: vscode.TextDocument,
  contexts: readonly FixContext[],
): vscode.CodeAction[] {
  const located = index.locate(document.uri);
  const project = located && index.projectOfFlow(located)?.project;
  if (!project) return [];
  const knowledge = knowledgeFor(project, located.path).project;
  const nodes = contexts.flatMap(({ problem, document: json }) => nodeAt(json, problem.path) ?? []);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return [...byId.values()].flatMap((node) => {
    const owner = ownerOf(node, knowledge);
    const path = owner && fileInLocale(index.placeOf(document.uri), owner.locale);
    if (node.id === undefined || !owner || path === undefined) return [];
    const title = vscode.l10n.t('This node belongs to {0}. Change it there', owner.locale);
    const target: OwnNode = { uri: vscode.Uri.joinPath(located.folder.uri, path), nodeId: node.id };
    return [commandAction(title, commandIds.openOwner, [target])];
  });
}
