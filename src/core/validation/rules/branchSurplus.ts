import { edgePath } from '../../flow/flow';
import { branchHeads } from '../../flow/flowGraph';
import { repeated } from '../repeated';
import { defineRule } from '../rule';

/** A second branch of a kind that only the platform makes, one a node. */
export const branchSurplus = defineRule({
  code: 'branch-surplus',
  severity: 'warning',
  sentence: '{parent} already has a {type} branch.',
  reason: 'A node has two branches of a kind that it can have once, such as a second Then. Cases may repeat.',
  wayOut: 'Remove one of them.',
  ofPlacedNode({ node, nodeType, graph, catalog }, found) {
    if (!nodeType?.children) return [];
    const fixed = branchHeads(graph, node.id ?? '').filter(
      ({ node: { extension, type } }) =>
        nodeType.children?.includes(type) && catalog.nodeType(extension, type)?.isFixed,
    );
    return repeated(fixed, (head) => head.node.type).map(({ item, first }) =>
      found({
        path: edgePath(item.edge),
        args: { parent: { node: node.name }, type: item.node.type },
        related: [{ path: edgePath(first.edge), name: first.node.name }],
      }),
    );
  },
});
