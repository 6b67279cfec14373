import * as vscode from 'vscode';
import { contextKeys, viewIds, type ViewState } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import {
  badgeOf,
  groupConnections,
  groupings,
  listRows,
  type CredentialWords,
  type Grouping,
  type ProjectRows,
} from '../../core/connection/connectionRows';
import type { CredentialVault } from '../../core/connection/credentialVault';
import type { StateStore } from '../../core/ports';
import { describeCredentials } from '../describeCredentials';
import { localize } from '../localize';
import { isOfConnections, type LocatedProject, type WorkspaceIndex } from '../workspaceIndex';
import { connectionDrag } from './connectionDrag';
import { connectionTooltip } from './connectionTooltip';
import { troublesOf } from './projectTroubles';
import { ShownNodes } from './shownNodes';
import { toTreeItem, type TreeItemContext } from './treeItems';
import { idOf, isConnectionNode, referenceIdOf, type TreeNode } from './treeNode';
import { plainItem } from '../plainItem';

const groupingKey = 'connections.grouping';

/** The Connections view. It reads the index and the vault's index, never a secret. */
export class ConnectionsTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: vscode.Disposable[];
  readonly #shown = new ShownNodes({
    idOf,
    list: (parent) => this.#list(parent),
    lookOf: (node) => lookOf(node, toTreeItem(node, this.#context()), this.#context()),
  });
  /** What was listed since the index last changed, by project. */
  readonly #rows = new Map<LocatedProject, ProjectRows>();
  readonly onDidChangeTreeData = this.#changed.event;
  #catalog: Catalog | undefined;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly vault: CredentialVault,
    private readonly state: StateStore,
    private readonly loadCatalog: () => Promise<Catalog>,
  ) {
    this.#view = vscode.window.createTreeView(viewIds.connections, {
      treeDataProvider: this,
      dragAndDropController: connectionDrag,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#showGrouping();
    this.#subscriptions = [
      this.#changed,
      this.#view,
      index.onDidChange((change) => {
        if (isOfConnections(change)) this.refresh();
      }),
      index.onDidRest(() => this.#showState()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#showState()),
    ];
  }

  get selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  /** What the view counts as trouble. */
  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  /** What the view says above its items. */
  get message(): string | undefined {
    return this.#view.message;
  }

  /** How Connections are grouped, in this workspace. */
  get grouping(): Grouping {
    return groupings.find((one) => one === this.state.get(groupingKey)) ?? 'none';
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.state.update(groupingKey, grouping);
    this.#showGrouping();
    this.#changed.fire(undefined);
  }

  refresh(): void {
    this.#rows.clear();
    const changes = this.#catalog && this.#shown.changes();
    if (changes?.length !== 0) this.#changed.fire(changes);
    this.#showState();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    this.#catalog ??= await this.loadCatalog();
    if (!node) {
      await Promise.all([this.index.start(), this.vault.ready()]);
      this.#showState();
    }
    return [...this.#shown.childrenOf(node)];
  }

  #list(node: TreeNode | undefined): TreeNode[] {
    if (!node) {
      const [only, ...others] = this.index.projects;
      if (only && others.length === 0) return this.#childrenOf(only);
      return this.index.projects.map((owner) => ({ kind: 'project', owner }));
    }
    const { owner } = node;
    switch (node.kind) {
      case 'project':
        return this.#childrenOf(owner);
      case 'notRegistered':
        return node.entries.map((entry) => ({ kind: 'undeclared', owner, entry }));
      case 'group':
        return node.group.entries.map((entry) => ({ kind: 'declared', owner, entry }));
      case 'declared':
      case 'undeclared':
        return node.entry.uses.map((located) => ({
          kind: 'use',
          owner,
          parent: referenceIdOf(node),
          located,
        }));
      case 'use':
      case 'trouble':
        return [];
    }
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = plainItem(toTreeItem(node, this.#context()));
    this.#shown.show(node, lookOf(node, item, this.#context()));
    return item;
  }

  /** Called when a tooltip is about to be shown. */
  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (isConnectionNode(node)) item.tooltip = connectionTooltip(node, this.#context());
    return item;
  }

  #context(): TreeItemContext {
    const catalog = this.#catalog;
    if (!catalog) throw new Error('Tree items are asked for after their parents.');
    return {
      catalog,
      rows: (owner) => this.#rowsOf(owner, catalog),
      credentials: (owner, connection) => this.#credentials(owner, connection, catalog),
    };
  }

  #credentials(owner: LocatedProject, connection: Connection, catalog: Catalog): CredentialWords {
    const fileId = owner.project.file?.id;
    const { referenceId } = connection;
    const status =
      fileId === undefined
        ? ({ kind: 'none' } as const)
        : this.vault.status({ fileId, referenceId }, connection, owner.id);
    const sentence = describeCredentials(connection, status, catalog);
    return { isStored: status.kind === 'stored', sentence };
  }

  #rowsOf(owner: LocatedProject, catalog: Catalog): ProjectRows {
    const known = this.#rows.get(owner);
    if (known) return known;
    const rows = listRows(owner.project, catalog);
    this.#rows.set(owner, rows);
    return rows;
  }

  #childrenOf(owner: LocatedProject): TreeNode[] {
    const { declared, undeclared } = this.#context().rows(owner);
    const { grouping } = this;
    return [
      ...troublesOf(owner),
      ...(undeclared.length > 0 ? [{ kind: 'notRegistered' as const, owner, entries: undeclared }] : []),
      ...(grouping === 'none'
        ? declared.map((entry) => ({ kind: 'declared' as const, owner, entry }))
        : groupConnections(declared, grouping, localize).map((group) => ({
            kind: 'group' as const,
            owner,
            group,
          }))),
    ];
  }

  #showGrouping(): void {
    void vscode.commands.executeCommand('setContext', contextKeys.grouping, this.grouping);
  }

  #showState(): void {
    const catalog = this.#catalog;
    if (!catalog) {
      // Shown from the start, also where nobody opens the view; what fails is told by the view itself.
      void this.loadCatalog().then(
        (loaded) => {
          this.#catalog = loaded;
          this.#showState();
        },
        () => undefined,
      );
      return;
    }
    const { projects } = this.index;
    const hasFlows = projects.some(({ project }) => project.flows.size > 0);
    const isEmpty = projects.every((owner) => this.#childrenOf(owner).length === 0);
    this.#view.message = this.#messageOf(isEmpty);
    this.#view.badge = badgeOf(
      projects.map((owner) => this.#rowsOf(owner, catalog)),
      localize,
    );
    const state = this.#stateOf(isEmpty, hasFlows);
    void vscode.commands.executeCommand('setContext', contextKeys.state, state);
    void vscode.commands.executeCommand('setContext', contextKeys.hasFlows, hasFlows || projects.length > 0);
  }

  #messageOf(isEmpty: boolean): string {
    const [unreadable] = this.index.unreadableFolders;
    if (unreadable)
      return vscode.l10n.t('The folder “{0}” can’t be read: its flows are missing here.', unreadable.name);
    // A message would hide the empty states, which say it themselves.
    return isEmpty || vscode.workspace.isTrusted
      ? ''
      : vscode.l10n.t('Restricted Mode: names and checks work; nothing is sent.');
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

/** All that is to be seen of a node, and where a click leads that does not lead to the node itself. */
function lookOf(node: TreeNode, item: vscode.TreeItem, context: TreeItemContext): string {
  const tooltip = isConnectionNode(node) && connectionTooltip(node, context).value;
  return JSON.stringify([
    Object.assign({}, item, { command: undefined }),
    tooltip,
    node.kind === 'trouble' && node.line,
  ]);
}
