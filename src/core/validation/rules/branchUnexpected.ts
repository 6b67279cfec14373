import { edgePath } from '../../flow/flow';
import { branchHeads } from '../../flow/flowGraph';
import type { Finding, PlacedNodeRule } from '../rule';

/** The head of a branch that belongs to another type of node. Other white-lists of descriptors forbid what is legal. */
export const branchUnexpected: PlacedNodeRule = ({ node, graph, catalog }) =>
  branchHeads(graph, node.id ?? '').flatMap(({ node: head, edge }): Finding[] => {
    const parentType = catalog.nodeType(head.extension, head.type)?.parentType;
    if (parentType === undefined || parentType === node.type) return [];
    return [
      {
        code: 'branch-unexpected',
        severity: 'warning',
        path: edgePath(edge),
        args: [head.name, node.name, parentType],
        related: [{ path: [...head.path, 'type'], name: head.name }],
      },
    ];
  });
