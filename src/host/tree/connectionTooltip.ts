import * as vscode from 'vscode';
import { commandIds, type CommandId } from '../../contributions';
import { countEntries } from '../../core/connection/projects';
import { undeclaredRow } from '../../core/connection/connectionRows';
import { nodeCount } from '../../core/connection/describeUses';
import { typeLabel } from '../../core/connection/types';
import { toCode, toMarkdown } from '../../core/language/markdown';
import { withoutIcons } from '../../core/shownText';
import { toConnectionArgument } from '../connectionArgument';
import { usesSentence } from '../describeUses';
import { localize } from '../localize';
import type { TreeItemContext } from './treeItems';
import { connectionIcon } from './connectionIcon';
import { referenceIdOf, type ConnectionNode } from './treeNode';

/** All that is known of a Connection, with links to what can be done. */
export function connectionTooltip(node: ConnectionNode, context: TreeItemContext): vscode.MarkdownString {
  const referenceId = referenceIdOf(node);
  const isDeclared = node.kind === 'declared';
  const type = isDeclared ? node.entry.connection : node.entry.connectionType;
  const parts = [
    `$(${connectionIcon(type).id}) **${plain(isDeclared ? node.entry.connection.name : undeclaredRow(node.entry, localize).label)}**`,
    ...(isDeclared ? describe(node, context) : [vscode.l10n.t('Not registered')]),
    plain(typeLabel(type, localize)),
    isDeclared && node.entry.connection.isTemporary
      ? vscode.l10n.t('Temporary Reference ID {0}', toCode(referenceId))
      : vscode.l10n.t('Reference ID {0}', toCode(referenceId)),
    ...(isDeclared ? [context.credentials(node.owner, node.entry.connection).sentence] : []),
    usesSentence(node.entry.uses),
    linksOf(node),
  ];
  const text = new vscode.MarkdownString(parts.filter(Boolean).join('\n\n'), true);
  const { edit, register, copyReferenceId, showUses } = commandIds;
  // Only our own commands: names and descriptions come from files.
  text.isTrusted = { enabledCommands: [edit, register, copyReferenceId, showUses] };
  return text;
}

function describe(node: Extract<ConnectionNode, { kind: 'declared' }>, context: TreeItemContext): string[] {
  const { connection } = node.entry;
  const wrong = context.rows(node.owner).wrongTypes.get(connection.referenceId);
  const entries = countEntries(node.owner.project, connection.referenceId);
  return [
    plain(connection.description ?? ''),
    entries > 1
      ? `$(warning) ${vscode.l10n.t('{0} entries of the connections file have this Reference ID. The last one is used.', entries)}`
      : '',
    wrong === undefined ? '' : `$(warning) ${vscode.l10n.t('wrong type in {0}', nodeCount(wrong, localize))}`,
  ];
}

function linksOf(node: ConnectionNode): string {
  const argument = toConnectionArgument(node.owner, referenceIdOf(node));
  const link = (title: string, command: CommandId) =>
    `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
  return [
    node.kind === 'declared'
      ? link(vscode.l10n.t('Edit'), commandIds.edit)
      : link(vscode.l10n.t('Register'), commandIds.register),
    link(vscode.l10n.t('Copy Reference ID'), commandIds.copyReferenceId),
    link(vscode.l10n.t('Show Uses'), commandIds.showUses),
  ].join(' · ');
}

/** A text of a file as it is: no Markdown, and no icon either. */
function plain(text: string): string {
  return toMarkdown(withoutIcons(text));
}
