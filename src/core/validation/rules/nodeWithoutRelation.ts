import { hasGraph, nameOf, nodePlace } from '../graphNames';
import { defineRule } from '../rule';

export const nodeWithoutRelation = defineRule({
  code: 'node-without-relation',
  severity: 'error',
  sentence: '{node} has no relation, so it isn’t part of the flow.',
  reason: 'A node has no entry in `relations`, so nothing leads to it or from it.',
  wayOut: 'Restore the relation, or remove the node.',
  ofFlow(context, found) {
    const { graph, members } = context;
    if (!hasGraph(context) || !members) return [];
    return [...members.keys()].flatMap((id) => {
      if (graph.relations.has(id)) return [];
      const node = graph.nodes.get(id);
      const args = { node: { node: nameOf(context, id) } };
      return [found({ path: nodePlace(context, id), args, ...(node && { node }) })];
    });
  },
});
