import { defineRule } from '../rule';

/** A dot in a key makes the platform's snapshots fail (documented in 2026). */
export const dottedKey = defineRule({
  code: 'dotted-key',
  severity: 'warning',
  sentence: '“{key}” contains a dot. Cognigy.AI can’t create a snapshot of a project with such a key.',
  reason: 'A key contains a dot. Cognigy.AI can’t create a snapshot of a project with such a key.',
  wayOut: 'Rename the key.',
  ofFlow: ({ document, keysOf, flow }, found) =>
    flow.nodes
      .filter(({ value }) => keysOf(value).hasDot)
      .flatMap((node) =>
        document
          .writtenProperties(node.path)
          .filter(({ key }) => key.includes('.'))
          .map(({ path, key, keyRange }) => found({ path, range: keyRange, args: { key }, node })),
      ),
});
