import { defineRule } from '../rule';

/** Types that no node takes serve providers and settings on the platform, which no file tells of. */
export const connectionUnused = defineRule({
  code: 'connection-unused',
  severity: 'info',
  sentence: 'No node in this project uses “{name}”.',
  reason:
    'No node and no LLM resource of the project uses this Connection of the connections file. Only reported for types that nodes can use, and only if every flow could be read. Voice, translation, and storage settings aren’t checked.',
  wayOut: 'Delete the Connection in the Connections view, or keep it for later.',
  ofConnectionsFile: ({ entries, catalog, usage }, found) =>
    entries.flatMap(({ path, name, type, referenceId }) =>
      referenceId && usage.isComplete && catalog.isAcceptedByNodes(type) && !usage.isUsed(referenceId)
        ? [found({ path: [...path, 'name'], args: { name } })]
        : [],
    ),
});
