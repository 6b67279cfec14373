import { hasGraph, nodesOfType } from '../graphNames';
import { defineRule } from '../rule';

export const missingStart = defineRule({
  code: 'missing-start',
  severity: 'error',
  sentence: 'This flow has no Start node.',
  reason: 'A flow without a Start node can’t run.',
  wayOut: 'Restore the Start node.',
  ofFlow(context, found) {
    if (!hasGraph(context) || !context.members || nodesOfType(context, 'start').length > 0) return [];
    const [relation] = context.flow.relations;
    return [found({ path: relation ? [...relation.path, 'node'] : [] })];
  },
});
