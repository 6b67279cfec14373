import { hasGraph, nodePlace, nodesOfType } from '../graphNames';
import { defineRule } from '../rule';

export const secondStart = defineRule({
  code: 'second-start',
  severity: 'warning',
  sentence: 'This flow already has a Start node. The editor on Cognigy.AI never creates a second one.',
  reason: 'A flow has two Start nodes. The editor on Cognigy.AI never creates a second one.',
  wayOut: 'Remove one of them.',
  ofFlow(context, found) {
    const [first, ...others] = hasGraph(context) ? nodesOfType(context, 'start') : [];
    return others.map(({ id }) => {
      const node = context.graph.nodes.get(id);
      return found({
        path: nodePlace(context, id),
        related: first ? [{ path: nodePlace(context, first.id), name: first.name }] : [],
        ...(node && { node }),
      });
    });
  },
});
