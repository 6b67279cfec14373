import type { Flow } from './flow';
import { buildFlowGraph } from './flowGraph';

/**
 * A flow as rows that lie in each other. A node's branches lie in it, by their heads; what comes after a head lies in
 * the head, and what comes after any other node stands beside it. Rows are places in `Flow.nodes`: each node is one row,
 * the broken ones too, whose IDs repeat or lack.
 */
export interface FlowTree {
  /** From the start on; in a file without one, from every node that nothing leads to. */
  readonly roots: readonly number[];
  /** What execution never gets to from there. */
  readonly unreachable: readonly number[];
  childrenOf(row: number): readonly number[];
  /** Whether a row heads a branch of the row that it lies in. */
  isHead(row: number): boolean;
  /** The row that a row lies in; undefined in the two lists above. */
  parentOf(row: number): number | undefined;
}

interface Visit {
  readonly row: number;
  readonly parent: number | undefined;
  readonly isHead: boolean;
}

/** Takes any graph: cycles and second edges to a node are cut where they lead to what has its place already. */
export function buildFlowTree(flow: Flow): FlowTree {
  const graph = buildFlowGraph(flow);
  const rows = new Map<string, number>();
  for (const [row, { id }] of flow.nodes.entries()) if (id !== undefined && !rows.has(id)) rows.set(id, row);
  const parents = new Map<number, number | undefined>();
  const children = new Map<number, number[]>();
  const heads = new Set<number>();

  const place = (list: number[], root: number): void => {
    // A stack of our own: branches may lie in each other deeper than calls can.
    const stack: Visit[] = [{ row: root, parent: undefined, isHead: false }];
    for (let visit = stack.pop(); visit; visit = stack.pop()) {
      const { row, parent, isHead } = visit;
      if (parents.has(row)) continue;
      parents.set(row, parent);
      if (isHead) heads.add(row);
      if (parent === undefined) list.push(row);
      else addTo(children, parent, row);
      const edges = graph.relations.get(flow.nodes[row]?.id ?? '')?.edges ?? [];
      // The last in comes out first: branches, in their order, before what comes after.
      for (const { to, kind } of edges.toReversed()) {
        const target = rows.get(to);
        if (target === undefined) continue;
        if (kind === 'child') stack.push({ row: target, parent: row, isHead: true });
        else stack.push({ row: target, parent: isHead ? row : parent, isHead: false });
      }
    }
  };

  const all = [...flow.nodes.keys()];
  const isEntry = (row: number) => !graph.incoming.has(flow.nodes[row]?.id ?? '');
  const start = flow.nodes.findIndex(({ type }) => type === 'start');
  const roots: number[] = [];
  for (const row of start < 0 ? all.filter(isEntry) : [start]) place(roots, row);
  const unreachable: number[] = [];
  // What nothing leads to begins a chain; what is left then goes round in circles.
  for (const row of [...all.filter(isEntry), ...all]) place(unreachable, row);
  return {
    roots,
    unreachable,
    childrenOf: (row) => children.get(row) ?? [],
    isHead: (row) => heads.has(row),
    parentOf: (row) => parents.get(row),
  };
}

/** The rows that a row lies in, the outermost first. */
export function ancestorsOf(tree: FlowTree, row: number): number[] {
  const ancestors: number[] = [];
  for (let at = tree.parentOf(row); at !== undefined; at = tree.parentOf(at)) ancestors.unshift(at);
  return ancestors;
}

/** Whether two readings of a file have the same rows, which also look the same: then only configs have changed. */
export function hasSameRows(a: Flow, b: Flow): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.relations.length === b.relations.length &&
    a.nodes.every((node, i) => {
      const other = b.nodes[i];
      return (
        node.value === other?.value ||
        (node.id === other?.id &&
          node.type === other?.type &&
          node.extension === other.extension &&
          node.label === other.label &&
          node.isDisabled === other.isDisabled)
      );
    }) &&
    a.relations.every((relation, i) => {
      const other = b.relations[i];
      return (
        relation.node === other?.node &&
        relation.edges.length === other?.edges.length &&
        relation.edges.every(({ to, kind }, j) => {
          const edge = other.edges[j];
          return to === edge?.to && kind === edge.kind;
        })
      );
    })
  );
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
