import * as vscode from 'vscode';
import { viewIds } from '../../contributions';
import { buildFlowTree, hasSameRows, type FlowTree } from '../../core/flow/flowTree';
import { nodeRowAt } from '../../core/language/nodeRowAt';
import type { Logger } from '../../core/ports';
import { labelPath } from '../../core/validation/labelPath';
import { toRange } from '../convert';
import type { ActiveFlow, OpenFlow } from './activeFlow';
import { flowName } from './flowName';
import { toNodeItem, toUnreachableItem } from './flowItems';
import type { FlowRow, NodeRow } from './flowRow';
import { plainItem } from '../plainItem';
import { onOneLine } from '../../core/shownText';

/** What the view shows: the rows of one reading of a file. */
interface Shown {
  readonly file: OpenFlow;
  readonly tree: FlowTree;
  /** VS Code knows elements by identity. */
  readonly rows: readonly NodeRow[];
  /** The rows of the first nodes with their IDs, which name them from one reading to the next. */
  readonly firstById: ReadonlyMap<string, number>;
}

/** Cursors move much while someone types. */
const pause = 100;

const unreachable: FlowRow = { kind: 'unreachable' };

/** The Flow view: the nodes of the flow that is being looked at, branches in their node. Follows the cursor. */
export class FlowView implements vscode.TreeDataProvider<FlowRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<FlowRow>;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: Shown | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** VS Code reveals once it has fetched all rows anew, and of two rows that it reveals at once it finds one no more. */
  #isRevealing = false;
  /** Whether the cursor moved, or the rows changed, while a row was being revealed. */
  #followsAgain = false;

  constructor(
    private readonly active: ActiveFlow,
    private readonly log: Logger,
  ) {
    this.#view = vscode.window.createTreeView(viewIds.flow, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      active.onDidChange(() => this.#show()),
      this.#view.onDidChangeVisibility(() => this.#followSoon()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#shown?.file.document) this.#followSoon();
      }),
    ];
    this.#show();
  }

  get selection(): readonly FlowRow[] {
    return this.#view.selection;
  }

  getChildren(row?: FlowRow): FlowRow[] {
    if (!this.#shown) return [];
    const { tree, rows } = this.#shown;
    const toRows = (list: readonly number[]) => list.flatMap((place) => rows[place] ?? []);
    if (row?.kind === 'unreachable') return toRows(tree.unreachable);
    if (row) return toRows(tree.childrenOf(row.row));
    return [...toRows(tree.roots), ...(tree.unreachable.length > 0 ? [unreachable] : [])];
  }

  getParent(row: FlowRow): FlowRow | undefined {
    if (!this.#shown || row.kind === 'unreachable') return undefined;
    const { tree, rows } = this.#shown;
    const parent = tree.parentOf(row.row);
    if (parent !== undefined) return rows[parent];
    return tree.unreachable.includes(row.row) ? unreachable : undefined;
  }

  getTreeItem(row: FlowRow): vscode.TreeItem {
    if (!this.#shown) throw new Error('Tree items are asked for after their parents.');
    const { file, tree, firstById } = this.#shown;
    const key = file.document.uri.toString();
    if (row.kind === 'unreachable') return toUnreachableItem(`${key}#unreachable`, tree.unreachable.length);
    const node = file.flow.nodes[row.row];
    if (!node) throw new Error('There is no such row.');
    const isFirst = node.id !== undefined && firstById.get(node.id) === row.row;
    return plainItem(
      toNodeItem(row, node, {
        id: isFirst ? `${key}#${node.id}` : `${key}#row ${row.row}`,
        isHead: tree.isHead(row.row),
        hasChildren: tree.childrenOf(row.row).length > 0,
      }),
    );
  }

  /** Shows a node in the editor and leaves the focus where it is. */
  async open({ row }: NodeRow): Promise<void> {
    const id = this.#shown?.file.flow.nodes[row]?.id;
    const file = this.active.refresh();
    if (!file) return;
    const same = file.flow.nodes[row];
    const node = same?.id === id ? same : file.flow.nodes.find((candidate) => candidate.id === id);
    const place = node && (file.json.rangeOf(labelPath(node)) ?? file.json.rangeOf(node.path));
    if (!place) return;
    const selection = toRange(file.document, place);
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== file.document) {
      await vscode.window.showTextDocument(file.document, { preserveFocus: true, selection });
      return;
    }
    // Showing the document again would open it a second time where it is one side of a diff.
    editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #show(): void {
    const file = this.active.current;
    const before = this.#shown;
    if (before && file?.document === before.file.document && hasSameRows(before.file.flow, file.flow)) {
      this.#shown = { ...before, file };
    } else if (before ?? file) {
      this.#shown = file && toShown(file);
      this.#view.description = file ? onOneLine(flowName(file)) : '';
      this.#changed.fire(undefined);
    }
    this.#followSoon();
  }

  #followSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#follow(), pause);
  }

  /** Selects the row of the cursor; only in a view that is there to be seen, for revealing would bring it up. */
  #follow(): void {
    this.#followsAgain = this.#isRevealing;
    const editor = vscode.window.activeTextEditor;
    const shown = this.#shown;
    if (!shown || this.#isRevealing || !this.#view.visible || editor?.document !== shown.file.document)
      return;
    // What has been typed since is not read yet; the view follows once it is.
    if (editor.document.version !== shown.file.version) return;
    const offset = editor.document.offsetAt(editor.selection.active);
    const place = nodeRowAt(shown.file.json, shown.file.flow, offset);
    const row = place === undefined ? undefined : shown.rows[place];
    if (!row || this.#view.selection[0] === row) return;
    this.#isRevealing = true;
    const ended = (error?: unknown) => {
      this.#isRevealing = false;
      // Rows may have gone while VS Code looked for this one.
      if (error !== undefined && shown === this.#shown) this.log.error('Following the cursor', error);
      if (!this.#followsAgain) return;
      this.#followsAgain = false;
      this.#followSoon();
    };
    this.#view.reveal(row, { select: true, focus: false }).then(() => ended(), ended);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function toShown(file: OpenFlow): Shown {
  const { nodes } = file.flow;
  const firstById = new Map<string, number>();
  for (const [row, { id }] of nodes.entries()) {
    if (id !== undefined && !firstById.has(id)) firstById.set(id, row);
  }
  return {
    file,
    tree: buildFlowTree(file.flow),
    rows: nodes.map((_, row) => ({ kind: 'node', row })),
    firstById,
  };
}
