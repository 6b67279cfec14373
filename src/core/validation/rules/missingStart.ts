import { isWithout } from '../graphNames';
import { defineRule } from '../rule';

export const missingStart = defineRule({
  code: 'missing-start',
  severity: 'error',
  sentence: 'This flow has no Start node.',
  reason: 'A flow without a Start node can’t run.',
  wayOut: 'Restore the Start node.',
  ofFlow(context, found) {
    if (!isWithout(context, 'start')) return [];
    const [relation] = context.flow.relations;
    return [found({ path: relation ? [...relation.path, 'node'] : [] })];
  },
});
