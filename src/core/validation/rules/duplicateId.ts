import { repeated } from '../repeated';
import { defineRule } from '../rule';

export const duplicateId = defineRule({
  code: 'duplicate-id',
  severity: 'error',
  sentence: '{first} has the same _id. Each node of a flow needs its own.',
  reason: 'Two nodes of a flow have the same `_id`, so one hides the other.',
  wayOut: 'Copy the node on Cognigy.AI instead of here: only Cognigy.AI can give it an `_id` of its own.',
  ofFlow: ({ flow }, found) =>
    repeated(flow.nodes, ({ id }) => id).map(({ item, first }) =>
      found({
        path: [...item.path, '_id'],
        args: { first: { node: first.name } },
        related: [{ path: [...first.path, '_id'], name: first.name }],
        node: item,
      }),
    ),
});
