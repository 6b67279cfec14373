import * as vscode from 'vscode';
import { commandIds, treeContexts } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import {
  declaredRow,
  undeclaredRow,
  type CredentialWords,
  type ProjectRows,
} from '../../core/connection/connectionRows';
import type { LocatedUse } from '../../core/connection/projectConnections';
import { whereOf } from '../describeUses';
import { localize } from '../localize';
import type { LocatedProject } from '../workspaceIndex';
import { connectionIcon } from './connectionIcon';
import { idOf, type TreeNode } from './treeNode';

export interface TreeItemContext {
  readonly catalog: Catalog;
  readonly rows: (owner: LocatedProject) => ProjectRows;
  readonly credentials: (owner: LocatedProject, connection: Connection) => CredentialWords;
}

/** How an element of the view looks; its tooltip is made when it is asked for, but for elements of one line. */
export function toTreeItem(node: TreeNode, context: TreeItemContext): vscode.TreeItem {
  const item = itemOf(node, context);
  item.id = idOf(node);
  return item;
}

function itemOf(node: TreeNode, context: TreeItemContext): vscode.TreeItem {
  switch (node.kind) {
    case 'project':
      return projectItem(node);
    case 'notRegistered':
      return notRegisteredItem(node, context);
    case 'group':
      return groupItem(node);
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
  item.contextValue = treeContexts.project;
  if (owner.project.file?.environment !== undefined) item.description = owner.project.file.environment;
  item.tooltip = owner.project.folder === '' ? owner.folder.name : owner.project.folder;
  return item;
}

function notRegisteredItem(
  { owner, entries }: Of<'notRegistered'>,
  { rows }: TreeItemContext,
): vscode.TreeItem {
  const label = vscode.l10n.t('Not Registered');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.contextValue = treeContexts.notRegisteredGroup;
  item.description = String(entries.length);
  // As long as nobody has begun to register, it is no trouble.
  item.iconPath = rows(owner).isJudged ? warningIcon() : new vscode.ThemeIcon('question');
  item.tooltip =
    entries.length === 1
      ? vscode.l10n.t(
          '1 Connection is used here and has no name yet. Get the name from Cognigy.AI, or register it.',
        )
      : vscode.l10n.t(
          '{0} Connections are used here and have no names yet. Get the names from Cognigy.AI, or register them.',
          entries.length,
        );
  item.accessibilityInformation = { label: `${label}, ${entries.length}` };
  return item;
}

function groupItem({ group }: Of<'group'>): vscode.TreeItem {
  const item = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Expanded);
  item.contextValue = treeContexts.group;
  item.description = String(group.entries.length);
  item.tooltip = group.key;
  item.accessibilityInformation = { label: `${group.label}, ${group.entries.length}` };
  return item;
}

function undeclaredItem(node: Of<'undeclared'>): vscode.TreeItem {
  const { entry } = node;
  const { label, description, accessibilityLabel } = undeclaredRow(entry, localize);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.contextValue = treeContexts.notRegistered;
  item.description = description;
  item.iconPath = connectionIcon(entry.connectionType);
  item.accessibilityInformation = { label: accessibilityLabel };
  item.command = { command: commandIds.register, title: vscode.l10n.t('Register'), arguments: [node] };
  return item;
}

function declaredItem(node: Of<'declared'>, context: TreeItemContext): vscode.TreeItem {
  const { owner, entry } = node;
  const { connection } = entry;
  const credentials = context.credentials(owner, connection);
  const row = declaredRow(entry, context.rows(owner), credentials, context.catalog, localize);
  const item = new vscode.TreeItem(row.label, collapsedOver(entry.uses));
  item.contextValue = !entry.isRegistered
    ? treeContexts.resource
    : connection.isTemporary
      ? treeContexts.temporary
      : treeContexts.registered;
  item.description = row.description;
  item.iconPath = row.hasTrouble ? warningIcon() : connectionIcon(connection, !credentials.isStored);
  item.accessibilityInformation = { label: row.accessibilityLabel };
  item.command = { command: commandIds.edit, title: vscode.l10n.t('Edit'), arguments: [node] };
  return item;
}

function useItem(node: Of<'use'>): vscode.TreeItem {
  const { located } = node;
  const item = new vscode.TreeItem(located.use.nodeLabel);
  item.contextValue = treeContexts.use;
  item.description = whereOf(located);
  item.tooltip = lines(located.use.nodeLabel, item.description, located.use.key, located.file);
  item.accessibilityInformation = { label: `${located.use.nodeLabel}, ${item.description}` };
  item.command = { command: commandIds.openUse, title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
}

function troubleItem({ owner, path, message, detail, line }: Of<'trouble'>): vscode.TreeItem {
  const item = new vscode.TreeItem(message);
  item.contextValue = treeContexts.trouble;
  item.description = detail;
  item.tooltip = lines(`${message} ${detail}`.trim(), path);
  item.iconPath = warningIcon();
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [vscode.Uri.joinPath(owner.folder.uri, path), { selection }],
  };
  return item;
}

function warningIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}

function collapsedOver(uses: readonly LocatedUse[]): vscode.TreeItemCollapsibleState {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  return uses.length > 0 ? Collapsed : None;
}

function lines(...text: string[]): string {
  return text.join('\n');
}
