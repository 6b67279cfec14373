import { hasGraph, nodePlace, nodesOfType } from '../graphNames';
import { defineRule } from '../rule';

export const secondEnd = defineRule({
  code: 'second-end',
  severity: 'warning',
  sentence: 'This flow already has an End node. The editor on Cognigy.AI never creates a second one.',
  reason: 'A flow has two End nodes. The editor on Cognigy.AI never creates a second one.',
  wayOut: 'Remove one of them.',
  ofFlow(context, found) {
    const [first, ...others] = hasGraph(context) ? nodesOfType(context, 'end') : [];
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
