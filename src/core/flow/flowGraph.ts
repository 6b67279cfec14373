import type { Flow, FlowEdge, FlowRelation } from './flow';
import type { FlowNode } from './flowNode';

/**
 * How the nodes of a flow hang together. Where a list can hold only one thing in a sound flow, the first counts, and
 * what comes after it is kept for the rules that judge just that.
 */
export interface FlowGraph {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly relations: ReadonlyMap<string, FlowRelation>;
  /** The edges that lead to a node. */
  readonly incoming: ReadonlyMap<string, readonly FlowEdge[]>;
}

export function buildFlowGraph(flow: Flow): FlowGraph {
  const nodes = new Map<string, FlowNode>();
  for (const node of flow.nodes) {
    if (node.id !== undefined && !nodes.has(node.id)) nodes.set(node.id, node);
  }
  const relations = new Map<string, FlowRelation>();
  const incoming = new Map<string, FlowEdge[]>();
  for (const relation of flow.relations) {
    if (relation.node !== undefined && !relations.has(relation.node)) relations.set(relation.node, relation);
    for (const edge of relation.edges) {
      const others = incoming.get(edge.to);
      if (others) others.push(edge);
      else incoming.set(edge.to, [edge]);
    }
  }
  return { nodes, relations, incoming };
}

/** The nodes that head a node's branches, in their order; those that are not in the file are left out. */
export function branchHeads(graph: FlowGraph, nodeId: string): { node: FlowNode; edge: FlowEdge }[] {
  const edges = graph.relations.get(nodeId)?.edges ?? [];
  // Most nodes have no branches, and are asked for them all the same.
  if (edges[0]?.kind !== 'child') return [];
  return edges.flatMap((edge) => {
    const node = edge.kind === 'child' ? graph.nodes.get(edge.to) : undefined;
    return node ? [{ node, edge }] : [];
  });
}

/** The node that a node comes right after; undefined at the head of a branch. */
export function predecessor(graph: FlowGraph, nodeId: string): FlowNode | undefined {
  const edge = graph.incoming.get(nodeId)?.find(({ kind }) => kind === 'next');
  return edge && graph.nodes.get(edge.relation.node ?? '');
}
