import { edgePath } from '../../flow/flow';
import { hasGraph, nameOf } from '../graphNames';
import { defineRule } from '../rule';

/** A branch or a successor that is no node of the flow. Where nodes are not known, relations stand for them. */
export const danglingEdge = defineRule({
  code: 'dangling-edge',
  severity: 'error',
  sentence: '{node} leads to a node that isn’t in the flow.',
  reason: '`next` or `children` names a node that isn’t in the flow, so execution ends there.',
  wayOut: 'Correct the ID.',
  ofFlow(context, found) {
    const { flow, graph, members } = context;
    if (!hasGraph(context)) return [];
    const known: { has(id: string): boolean } = members ?? graph.relations;
    return flow.relations.flatMap(({ node, edges }) =>
      edges
        .filter(({ to }) => !known.has(to))
        .map((edge) => {
          const source = graph.nodes.get(node ?? '');
          const args = { node: { node: nameOf(context, node ?? '') } };
          return found({ path: edgePath(edge), args, ...(source && { node: source }) });
        }),
    );
  },
});
