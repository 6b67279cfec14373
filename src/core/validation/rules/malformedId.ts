import { isObjectId } from '../../flow/objectId';
import { defineRule } from '../rule';

/** All 3,737 nodes of 223 real charts have 24 hexadecimal digits here. What is no string is of a wrong shape. */
export const malformedId = defineRule({
  code: 'malformed-id',
  severity: 'error',
  sentence: 'An _id must have 24 hexadecimal digits.',
  reason: 'A node’s `_id` doesn’t have 24 hexadecimal digits, as every one that Cognigy.AI makes does.',
  wayOut: 'Restore the value.',
  ofNode: ({ node: { path, value } }, found) =>
    typeof value._id !== 'string' || isObjectId(value._id) ? [] : [found({ path: [...path, '_id'] })],
});
