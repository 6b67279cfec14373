import { edgePath } from '../../flow/flow';
import { branchHeads } from '../../flow/flowGraph';
import { defineRule } from '../rule';

/** The head of a branch that belongs to another type of node. Other white-lists of descriptors forbid what is legal. */
export const branchUnexpected = defineRule({
  code: 'branch-unexpected',
  severity: 'warning',
  sentence: '{node} can’t be a branch of {parent}. It needs a node of type {needed}.',
  reason: 'A branch begins with a node that needs another kind of parent, such as an On Answer below an If.',
  wayOut: 'Move the node.',
  ofPlacedNode: ({ node, graph, catalog }, found) =>
    branchHeads(graph, node.id ?? '').flatMap(({ node: head, edge }) => {
      const needed = catalog.nodeType(head.extension, head.type)?.parentType;
      if (needed === undefined || needed === node.type) return [];
      return [
        found({
          path: edgePath(edge),
          args: { node: { node: head.name }, parent: { node: node.name }, needed },
          related: [{ path: [...head.path, 'type'], name: head.name }],
        }),
      ];
    }),
});
