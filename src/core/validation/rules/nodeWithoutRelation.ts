import { hasGraph, nameOf, nodePlace } from '../graphNames';
import type { FlowRule } from '../rule';

export const nodeWithoutRelation: FlowRule = (context) => {
  const { graph, members } = context;
  if (!hasGraph(context) || !members) return [];
  return [...members.keys()].flatMap((id) => {
    if (graph.relations.has(id)) return [];
    const node = graph.nodes.get(id);
    return [
      {
        code: 'node-without-relation',
        severity: 'error',
        path: nodePlace(context, id),
        args: [nameOf(context, id)],
        ...(node && { node }),
      },
    ];
  });
};
