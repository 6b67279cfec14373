import { branchHeads } from '../../flow/flowGraph';
import { labelPath } from '../labelPath';
import { defineRule } from '../rule';

/** A branch that the platform makes together with its node, and that nobody can delete there. */
export const branchMissing = defineRule({
  code: 'branch-missing',
  severity: 'warning',
  sentence: '{node} has no {type} branch. Only Cognigy.AI can create one.',
  reason: 'A node has no branch that Cognigy.AI always creates with it, such as the Else of an If.',
  wayOut: 'Restore the branch.',
  ofPlacedNode({ node, nodeType, graph, catalog, isComplete }, found) {
    if (!isComplete || !nodeType?.children || !graph.relations.has(node.id ?? '')) return [];
    const heads = new Set(branchHeads(graph, node.id ?? '').map((head) => head.node.type));
    return [...new Set(nodeType.children)]
      .filter((type) => !heads.has(type) && catalog.nodeType(node.extension, type)?.isFixed)
      .map((type) => found({ path: labelPath(node), args: { node: { node: node.name }, type } }));
  },
});
