import * as vscode from 'vscode';
import { commandIds, treeContexts } from '../../contributions';
import type { Catalog, ConnectionTypeKey } from '../../core/catalog/catalog';
import type { CredentialStatus } from '../../core/connection/credentialVault';
import { suggestName, type LocatedUse } from '../../core/connection/projectConnections';
import { typeLabel } from '../../core/connection/types';
import { shortReferenceId } from '../../core/flow/referenceId';
import { useCount, usesSentence, whereOf } from '../describeUses';
import { formatDate, localize } from '../localize';
import { connectionIcon } from './connectionIcon';
import type { TreeNode } from './treeNode';

export interface TreeItemContext {
  readonly catalog: Catalog;
  readonly credentials: (
    fileId: string | undefined,
    referenceId: string,
    type: ConnectionTypeKey,
  ) => CredentialStatus;
}

/** How an element of the view looks. */
export function toTreeItem(node: TreeNode, context: TreeItemContext): vscode.TreeItem {
  switch (node.kind) {
    case 'project':
      return projectItem(node);
    case 'notRegistered':
      return notRegisteredItem(node);
    case 'undeclared':
      return undeclaredItem(node);
    case 'declared':
      return declaredItem(node, context);
    case 'use':
      return useItem(node);
    case 'trouble':
      return troubleItem(node);
  }
}

type Of<K extends TreeNode['kind']> = Extract<TreeNode, { kind: K }>;

function projectItem({ owner }: Of<'project'>): vscode.TreeItem {
  const item = new vscode.TreeItem(owner.project.name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = owner.id;
  item.contextValue = treeContexts.project;
  if (owner.project.file?.environment !== undefined) item.description = owner.project.file.environment;
  item.tooltip = owner.project.folder === '' ? owner.folder.name : owner.project.folder;
  return item;
}

function notRegisteredItem({ owner, entries }: Of<'notRegistered'>): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Not Registered'), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${owner.id}#notRegistered`;
  item.contextValue = treeContexts.notRegisteredGroup;
  item.description = String(entries.length);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip =
    entries.length === 1
      ? vscode.l10n.t('1 Connection is used here and has no name yet. Register it.')
      : vscode.l10n.t('{0} Connections are used here and have no names yet. Register them.', entries.length);
  return item;
}

function undeclaredItem(node: Of<'undeclared'>): vscode.TreeItem {
  const { owner, entry } = node;
  const item = new vscode.TreeItem(suggestName(entry), vscode.TreeItemCollapsibleState.Collapsed);
  const type = typeLabel(entry.connectionType, localize);
  const nodes = useCount(entry.uses);
  item.id = `${owner.id}#notRegistered#${entry.referenceId}`;
  item.contextValue = treeContexts.notRegistered;
  item.description = `${shortReferenceId(entry.referenceId)} · ${type} · ${nodes}`;
  item.iconPath = connectionIcon(entry.connectionType);
  item.tooltip = lines(
    vscode.l10n.t('Not registered'),
    type,
    vscode.l10n.t('Reference ID {0}', entry.referenceId),
    usesSentence(entry.uses),
  );
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, not registered, {1}, {2}', suggestName(entry), type, nodes),
  };
  item.command = { command: commandIds.register, title: vscode.l10n.t('Register'), arguments: [node] };
  return item;
}

function declaredItem(node: Of<'declared'>, { catalog, credentials }: TreeItemContext): vscode.TreeItem {
  const { owner, entry } = node;
  const { connection } = entry;
  const item = new vscode.TreeItem(connection.name, collapsedOver(entry.uses));
  const type = typeLabel(connection, localize);
  // Of a type that nobody declares here it can't be said what it is for.
  const isForUses =
    entry.uses.length > 0 || catalog.isAcceptedByNodes(connection) || !catalog.connectionType(connection);
  const nodes = isForUses ? useCount(entry.uses) : vscode.l10n.t('provider');
  const status = credentials(owner.project.file?.id, connection.referenceId, connection);
  const stored = credentialsSentence(status, catalog.connectionType(connection)?.fields.length);
  item.id = `${owner.id}#registered#${connection.referenceId}`;
  item.contextValue = treeContexts.connection;
  item.description = [type, ...(connection.isTemporary ? [vscode.l10n.t('temporary')] : []), nodes].join(
    ' · ',
  );
  item.iconPath = connectionIcon(connection, status.kind === 'none');
  item.tooltip = lines(
    connection.name,
    ...(connection.description === undefined ? [] : [connection.description]),
    type,
    connection.isTemporary
      ? vscode.l10n.t('Temporary Reference ID {0}', connection.referenceId)
      : vscode.l10n.t('Reference ID {0}', connection.referenceId),
    stored,
    usesSentence(entry.uses),
  );
  item.accessibilityInformation = { label: [connection.name, item.description, stored].join(', ') };
  item.command = { command: commandIds.edit, title: vscode.l10n.t('Edit'), arguments: [node] };
  return item;
}

function useItem(node: Of<'use'>): vscode.TreeItem {
  const { owner, parent, located } = node;
  const item = new vscode.TreeItem(located.use.nodeLabel);
  item.id = `${owner.id}#use#${parent}#${located.file}#${located.use.path.join('/')}`;
  item.contextValue = treeContexts.use;
  item.description = whereOf(located);
  item.tooltip = lines(located.use.nodeLabel, item.description, located.use.key, located.file);
  item.accessibilityInformation = { label: `${located.use.nodeLabel}, ${item.description}` };
  item.command = { command: commandIds.openUse, title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
}

function troubleItem({ owner, path, message, detail, line }: Of<'trouble'>): vscode.TreeItem {
  const item = new vscode.TreeItem(message);
  item.id = `${owner.id}#trouble#${path}`;
  item.contextValue = treeContexts.trouble;
  item.description = detail;
  item.tooltip = lines(`${message} ${detail}`.trim(), path);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [vscode.Uri.joinPath(owner.folder.uri, path), { selection }],
  };
  return item;
}

function credentialsSentence(status: CredentialStatus, fieldCount: number | undefined): string {
  if (status.kind === 'none') return vscode.l10n.t('No credentials on this machine');
  const dates = Object.values(status.setOn).sort();
  const latest = formatDate(dates.at(-1) ?? '');
  const total = Math.max(fieldCount ?? 0, dates.length);
  return vscode.l10n.t('{0} of {1} fields on this machine, set {2}', dates.length, total, latest);
}

function collapsedOver(uses: readonly LocatedUse[]): vscode.TreeItemCollapsibleState {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  return uses.length > 0 ? Collapsed : None;
}

function lines(...text: string[]): string {
  return text.join('\n');
}
