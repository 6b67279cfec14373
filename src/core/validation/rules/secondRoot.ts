import { nameOf, nodePlace } from '../graphNames';
import type { FlowRule } from '../rule';

/**
 * Nodes that no edge leads to, save the first: the start, where it is one of them. None at all means a cycle, which is
 * reported as such; a node without a relation is reported as that.
 */
export const secondRoot: FlowRule = (context) => {
  const { graph, members } = context;
  const roots = [...graph.relations.keys()].filter(
    (id) => !graph.incoming.has(id) && members?.has(id) !== false,
  );
  const root = roots.find((id) => members?.get(id)?.type === 'start') ?? roots[0];
  // A second start is reported as that.
  return roots
    .filter((id) => id !== root && members?.get(id)?.type !== 'start')
    .map((id) => {
      const node = graph.nodes.get(id);
      return {
        code: 'second-root',
        severity: 'error',
        path: nodePlace(context, id),
        args: [nameOf(context, id)],
        ...(node && { node }),
      };
    });
};
