import { repeated } from '../repeated';
import { defineRule } from '../rule';

export const duplicateConnection = defineRule({
  code: 'duplicate-connection',
  severity: 'warning',
  sentence: '“{first}” has the same Reference ID. Only the last entry with it is used.',
  reason: 'Two entries of the connections file have the same Reference ID, often after a merge.',
  wayOut: 'Remove all but one of them.',
  ofConnectionsFile: ({ entries }, found) =>
    repeated(entries, ({ referenceId }) => referenceId).map(({ item, first }) =>
      found({
        path: [...item.path, 'referenceId'],
        args: { first: first.name },
        related: [{ path: [...first.path, 'referenceId'], name: first.name }],
      }),
    ),
});
