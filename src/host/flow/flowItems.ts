import * as vscode from 'vscode';
import { commandIds, treeContexts } from '../../contributions';
import { nodeFamily, type NodeFamily } from '../../core/catalog/descriptions/knownNodeTypes';
import type { FlowNode } from '../../core/flow/flowNode';
import { typeName } from '../../core/language/outline';
import { localize } from '../localize';
import type { NodeRow } from './flowRow';

/** How a node looks; `isHead` is whether it heads a branch, `hasChildren` whether anything lies in it. */
export function toNodeItem(
  row: NodeRow,
  node: FlowNode,
  {
    id,
    isHead,
    hasChildren,
  }: { readonly id: string; readonly isHead: boolean; readonly hasChildren: boolean },
): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const type = typeName(node, localize);
  // Whoever opens a node wants to see what is in its branches, not only their heads.
  const item = new vscode.TreeItem(node.name || type, hasChildren ? (isHead ? Expanded : Collapsed) : None);
  item.id = id;
  item.contextValue = treeContexts.node;
  // Start and End are called what they are.
  const shown = node.name === type ? '' : type;
  item.description = node.isDisabled ? vscode.l10n.t('{0} · disabled', type) : shown;
  item.iconPath = new vscode.ThemeIcon(
    icons[nodeFamily(node.extension, node.type)],
    node.isDisabled ? new vscode.ThemeColor('disabledForeground') : undefined,
  );
  item.tooltip = [node.name, item.description, node.extension].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: [node.name || type, item.description].filter(Boolean).join(', ') };
  item.command = { command: commandIds.openNode, title: vscode.l10n.t('Show in Editor'), arguments: [row] };
  return item;
}

export function toUnreachableItem(id: string, count: number): vscode.TreeItem {
  const { Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(vscode.l10n.t('Not Reachable from Start'), Collapsed);
  item.id = id;
  item.contextValue = treeContexts.unreachable;
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.tooltip = vscode.l10n.t('Nothing leads to these nodes, so they never run.');
  return item;
}

const icons: Readonly<Record<NodeFamily, string>> = {
  start: 'debug-start',
  end: 'debug-stop',
  logic: 'git-branch',
  message: 'comment',
  data: 'symbol-variable',
  nlu: 'lightbulb',
  ai: 'sparkle',
  service: 'globe',
  copilot: 'person',
  xApp: 'window',
  voice: 'unmute',
  database: 'database',
  mail: 'mail',
  microsoft: 'cloud',
  other: 'extensions',
};
