import { edgePath } from '../../flow/flow';
import { hasGraph, nameOf } from '../graphNames';
import type { FlowRule } from '../rule';

/** A branch or a successor that is no node of the flow. Where nodes are not known, relations stand for them. */
export const danglingEdge: FlowRule = (context) => {
  const { flow, graph, members } = context;
  if (!hasGraph(context)) return [];
  const known: { has(id: string): boolean } = members ?? graph.relations;
  return flow.relations.flatMap(({ node, edges }) =>
    edges
      .filter(({ to }) => !known.has(to))
      .map((edge) => {
        const source = graph.nodes.get(node ?? '');
        return {
          code: 'dangling-edge' as const,
          severity: 'error' as const,
          path: edgePath(edge),
          args: [nameOf(context, node ?? '')],
          ...(source && { node: source }),
        };
      }),
  );
};
