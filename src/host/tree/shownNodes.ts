import type { TreeNode } from './treeNode';

/** What the view is made of. */
export interface NodeSource {
  /** As stable as the item's own id. */
  readonly idOf: (node: TreeNode) => string;
  readonly list: (parent: TreeNode | undefined) => readonly TreeNode[];
  /** Everything that is shown of a node, its tooltip included; what its children are is no part of it. */
  readonly lookOf: (node: TreeNode) => string;
}

/**
 * The nodes that VS Code has been given, by which it knows them: one that is still there stays the same object, with
 * what is known of it now. So VS Code can be told which of them changed; a view that is filled anew as a whole runs no
 * click and no menu until it is full again.
 */
export class ShownNodes {
  readonly #root = {};
  readonly #children = new WeakMap<object, readonly TreeNode[]>();
  readonly #looks = new WeakMap<TreeNode, string>();

  constructor(private readonly source: NodeSource) {}

  /** The nodes below one, or at the top. */
  childrenOf(parent: TreeNode | undefined): readonly TreeNode[] {
    const { idOf, list } = this.source;
    const before = this.#children.get(parent ?? this.#root) ?? [];
    const known = new Map(before.map((node) => [idOf(node), node]));
    const children = list(parent).map((node) => {
      const same = known.get(idOf(node));
      return same ? Object.assign(same, node) : node;
    });
    this.#children.set(parent ?? this.#root, children);
    return children;
  }

  /** To be called with each node that is given out to be shown, and its look then. */
  show(node: TreeNode, look: string): void {
    this.#looks.set(node, look);
  }

  /** The nodes that have to be shown anew with all below them; undefined when that is the whole view. */
  changes(): TreeNode[] | undefined {
    const changed: TreeNode[] = [];
    return this.#isSame(undefined, changed) ? changed : undefined;
  }

  /** Whether the same nodes are below one, in this order; those that are others themselves are noted down. */
  #isSame(parent: TreeNode | undefined, changed: TreeNode[]): boolean {
    const before = this.#children.get(parent ?? this.#root);
    // Nobody has unfolded it.
    if (!before) return true;
    const now = this.childrenOf(parent);
    if (now.length !== before.length || now.some((node, i) => node !== before[i])) return false;
    for (const node of now) {
      const isShown = this.#looks.get(node) === this.source.lookOf(node);
      if (!isShown || !this.#isSame(node, changed)) changed.push(node);
    }
    return true;
  }
}
