import { repeated } from '../repeated';
import { defineRule } from '../rule';

export const duplicateReferenceId = defineRule({
  code: 'duplicate-reference-id',
  severity: 'error',
  sentence: '{first} has the same referenceId. Each node of a flow needs its own.',
  reason: 'Two nodes of a flow have the same `referenceId`, so Go To and Execute Flow can’t tell them apart.',
  wayOut: 'Copy the node on Cognigy.AI, which gives the copy its own `referenceId`.',
  ofFlow: ({ flow }, found) =>
    repeated(flow.nodes, ({ referenceId }) => referenceId).map(({ item, first }) =>
      found({
        path: [...item.path, 'referenceId'],
        args: { first: { node: first.name } },
        related: [{ path: [...first.path, 'referenceId'], name: first.name }],
        node: item,
      }),
    ),
});
