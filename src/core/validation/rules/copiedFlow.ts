import { defineRule } from '../rule';

/** A folder that was copied on disk keeps all ids, by which push finds what to overwrite. */
export const copiedFlow = defineRule({
  code: 'copied-flow',
  severity: { clone: 'warning', elsewhere: 'info' },
  sentence: 'This flow has the same _id as “{flow}”. ‘cognigy push’ overwrites that flow with this one.',
  reason:
    'Two flow folders have the same `_id` in their `config.json`, mostly because one was copied on disk. Pushing the copy overwrites the original on Cognigy.AI.',
  wayOut: 'Copy the flow on Cognigy.AI instead, then pull it.',
  ofFile({ place, path, project }, found) {
    if (place.kind !== 'flowResource' || !project) return [];
    const flow = project.knowledge().of(path).copyOf(path);
    return flow === undefined ? [] : [found({ path: ['_id'], args: { flow } })];
  },
});
