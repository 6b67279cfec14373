import { nameOf, nodePlace } from '../graphNames';
import { defineRule } from '../rule';

/**
 * Nodes that no edge leads to, save the first: the start, where it is one of them. None at all means a cycle, which is
 * reported as such; a node without a relation is reported as that, and a second start as a second start.
 */
export const secondRoot = defineRule({
  code: 'second-root',
  severity: 'warning',
  sentence: 'Nothing leads to {node}. The editor on Cognigy.AI never creates this.',
  reason:
    'No other node leads to this one, and it isn’t the Start node. Cognigy.AI runs such a flow, but its editor never creates one.',
  wayOut: 'Connect the node, or remove it.',
  ofFlow(context, found) {
    const { graph, members } = context;
    const roots = [...graph.relations.keys()].filter(
      (id) => !graph.incoming.has(id) && members?.has(id) !== false,
    );
    const root = roots.find((id) => members?.get(id)?.type === 'start') ?? roots[0];
    return roots
      .filter((id) => id !== root && members?.get(id)?.type !== 'start')
      .map((id) => {
        const node = graph.nodes.get(id);
        const args = { node: { node: nameOf(context, id) } };
        return found({ path: nodePlace(context, id), args, ...(node && { node }) });
      });
  },
});
