import { isWithout } from '../graphNames';
import { defineRule } from '../rule';

export const missingEnd = defineRule({
  code: 'missing-end',
  severity: 'info',
  sentence: 'This flow has no End node.',
  reason: 'The flow has no End node. Cognigy.AI makes one with every flow; generated packages run without.',
  wayOut: 'Restore the End node.',
  ofFlow(context, found) {
    if (!isWithout(context, 'end')) return [];
    const [relation] = context.flow.relations;
    return [found({ path: relation ? [...relation.path, 'node'] : [] })];
  },
});
