import { defineRule } from '../rule';

/** What the platform takes at most, in characters; it refuses a node with more. */
const limits = [
  ['label', 200],
  ['comment', 512],
] as const;

export const valueTooLong = defineRule({
  code: 'value-too-long',
  severity: { clone: 'warning', elsewhere: 'info' },
  sentence: '“{key}” has {length} characters. Cognigy.AI takes at most {limit} and refuses the node.',
  reason:
    'A `label` has more than 200 characters, or a `comment` more than 512. Cognigy.AI refuses the node, and `cognigy push` doesn’t say so.',
  wayOut: 'Shorten the text.',
  ofNode: ({ node: { path, value } }, found) =>
    limits.flatMap(([key, limit]) => {
      const text = value[key];
      if (typeof text !== 'string' || text.length <= limit) return [];
      return [found({ path: [...path, key], args: { key, length: text.length, limit } })];
    }),
});
