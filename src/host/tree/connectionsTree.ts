import * as vscode from 'vscode';
import { contextKeys, viewIds, type ViewState } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { CredentialVault } from '../../core/connection/credentialVault';
import { describeConnectionsFileTrouble, describeFileTrouble } from '../../core/connection/describeTrouble';
import { listConnections } from '../../core/connection/projectConnections';
import { baseName } from '../../core/flow/filePlace';
import { localize } from '../localize';
import { isOfConnections, type LocatedProject, type WorkspaceIndex } from '../workspaceIndex';
import { toTreeItem, type TreeItemContext } from './treeItems';
import { isConnectionNode, referenceIdOf, type TreeNode } from './treeNode';

/** The Connections view. It reads the index and the vault's index, never a secret. */
export class ConnectionsTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;
  #context: TreeItemContext | undefined;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly vault: CredentialVault,
    private readonly loadCatalog: () => Promise<Catalog>,
  ) {
    this.#view = vscode.window.createTreeView(viewIds.connections, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      index.onDidChange((change) => {
        if (isOfConnections(change)) this.refresh();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#showState()),
    ];
  }

  get selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  refresh(): void {
    this.#changed.fire(undefined);
    this.#showState();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) {
      const catalog = await this.loadCatalog();
      this.#context = {
        catalog,
        credentials: (fileId, referenceId, type) =>
          fileId === undefined ? { kind: 'none' } : this.vault.status({ fileId, referenceId }, type),
      };
      await this.index.start();
      this.#showState();
      const [only, ...others] = this.index.projects;
      if (only && others.length === 0) return childrenOf(only);
      return this.index.projects.map((owner) => ({ kind: 'project', owner }));
    }
    if (node.kind === 'project') return childrenOf(node.owner);
    if (isConnectionNode(node)) {
      const { owner, entry } = node;
      const parent = referenceIdOf(node);
      return entry.uses.map((located) => ({ kind: 'use', owner, parent, located }));
    }
    if (node.kind !== 'notRegistered') return [];
    return node.entries.map((entry) => ({ kind: 'undeclared', owner: node.owner, entry }));
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (!this.#context) throw new Error('Tree items are asked for after their parents.');
    return toTreeItem(node, this.#context);
  }

  #showState(): void {
    const { projects } = this.index;
    const hasFlows = projects.some(({ project }) => project.flows.size > 0);
    const isEmpty = projects.every((owner) => childrenOf(owner).length === 0);
    // A message would hide the empty states, which say it themselves.
    this.#view.message =
      isEmpty || vscode.workspace.isTrusted
        ? ''
        : vscode.l10n.t('Restricted Mode: names and checks work; nothing is sent.');
    const state = this.#stateOf(isEmpty, hasFlows);
    void vscode.commands.executeCommand('setContext', contextKeys.state, state);
    void vscode.commands.executeCommand('setContext', contextKeys.hasFlows, hasFlows || projects.length > 0);
  }

  #stateOf(isEmpty: boolean, hasFlows: boolean): ViewState {
    if (!isEmpty) return 'ready';
    if (hasFlows) return 'noConnections';
    return this.index.hasSnapshots ? 'onlySnapshots' : 'noFlows';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function childrenOf(owner: LocatedProject): TreeNode[] {
  const { declared, undeclared } = listConnections(owner.project);
  return [
    ...troubles(owner),
    ...(undeclared.length > 0 ? [{ kind: 'notRegistered' as const, owner, entries: undeclared }] : []),
    ...declared.map((entry) => ({ kind: 'declared' as const, owner, entry })),
  ];
}

function troubles(owner: LocatedProject): TreeNode[] {
  const { project } = owner;
  const nodes: TreeNode[] = [];
  const trouble = project.file?.trouble;
  if (trouble) {
    const message = describeConnectionsFileTrouble(baseName(project.connectionsPath), trouble, localize);
    const detail =
      trouble.kind === 'newerVersion'
        ? vscode.l10n.t('It is shown, not changed.')
        : project.registered.size > 0
          ? vscode.l10n.t('Names from before are shown.')
          : '';
    const line = trouble.kind === 'newerVersion' ? 1 : trouble.line;
    nodes.push({ kind: 'trouble', owner, path: project.connectionsPath, message, detail, line });
  }
  for (const [path, { place, trouble }] of project.flows) {
    if (!trouble) continue;
    const name =
      place.kind === 'flow' ? [place.flow, place.locale].filter(Boolean).join(' · ') : baseName(path);
    const message = vscode.l10n.t('“{0}” can’t be read', name);
    const line = trouble.kind === 'syntax' ? trouble.line : 1;
    nodes.push({
      kind: 'trouble',
      owner,
      path,
      message,
      detail: describeFileTrouble(trouble, localize),
      line,
    });
  }
  return nodes;
}
