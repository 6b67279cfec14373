import { edgePath } from '../../flow/flow';
import { branchHeads } from '../../flow/flowGraph';
import { repeated } from '../repeated';
import type { PlacedNodeRule } from '../rule';

/** A second branch of a kind that only the platform makes, one a node. */
export const branchSurplus: PlacedNodeRule = ({ node, nodeType, graph, catalog }) => {
  if (!nodeType?.children) return [];
  const fixed = branchHeads(graph, node.id ?? '').filter(
    ({ node: { extension, type } }) =>
      nodeType.children?.includes(type) && catalog.nodeType(extension, type)?.isFixed,
  );
  return repeated(fixed, (head) => head.node.type).map(({ item, first }) => ({
    code: 'branch-surplus',
    severity: 'warning',
    path: edgePath(item.edge),
    args: [node.name, item.node.type],
    related: [{ path: edgePath(first.edge), name: first.node.name }],
  }));
};
