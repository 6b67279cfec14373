import { edgePath } from '../../flow/flow';
import { nameOf } from '../graphNames';
import { defineRule } from '../rule';

/** A generated package with such edges was imported and runs. */
export const secondEdge = defineRule({
  code: 'second-edge',
  severity: 'warning',
  sentence: '{from} also leads to {to}. The editor on Cognigy.AI never creates this.',
  reason:
    'Two nodes lead to the same one. Cognigy.AI runs such a flow, but its editor never creates one: there each node has one place.',
  wayOut: 'Use Go To to reach the node from elsewhere.',
  ofFlow: (context, found) =>
    [...context.graph.incoming].flatMap(([to, [first, ...others]]) =>
      others.map((edge) => {
        const node = context.graph.nodes.get(edge.relation.node ?? '');
        const source = nameOf(context, first?.relation.node ?? '');
        return found({
          path: edgePath(edge),
          args: { from: { node: source }, to: { node: nameOf(context, to) } },
          related: first ? [{ path: edgePath(first), name: source }] : [],
          ...(node && { node }),
        });
      }),
    ),
});
