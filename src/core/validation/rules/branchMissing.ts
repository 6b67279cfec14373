import { branchHeads } from '../../flow/flowGraph';
import { labelPath } from '../labelPath';
import type { PlacedNodeRule } from '../rule';

/** A branch that the platform makes together with its node, and that nobody can delete there. */
export const branchMissing: PlacedNodeRule = ({ node, nodeType, graph, catalog, isComplete }) => {
  if (!isComplete || !nodeType?.children || !graph.relations.has(node.id ?? '')) return [];
  const heads = new Set(branchHeads(graph, node.id ?? '').map((head) => head.node.type));
  return [...new Set(nodeType.children)]
    .filter((type) => !heads.has(type) && catalog.nodeType(node.extension, type)?.isFixed)
    .map((type) => ({
      code: 'branch-missing',
      severity: 'warning',
      path: labelPath(node),
      args: [node.name, type],
    }));
};
