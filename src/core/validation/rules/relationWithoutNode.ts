import { hasGraph } from '../graphNames';
import { defineRule } from '../rule';

/** A relation that names no node at all is of a wrong shape. */
export const relationWithoutNode = defineRule({
  code: 'relation-without-node',
  severity: 'warning',
  sentence: 'The node of this relation isn’t in the flow.',
  reason: 'A relation belongs to a node that isn’t in the flow.',
  wayOut: 'Restore the node, or remove the relation.',
  ofFlow(context, found) {
    const { flow, members } = context;
    if (!hasGraph(context) || !members) return [];
    return flow.relations
      .filter(({ node }) => node !== undefined && !members.has(node))
      .map(({ path }) => found({ path: [...path, 'node'] }));
  },
});
