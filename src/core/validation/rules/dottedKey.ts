import type { FlowRule } from '../rule';

/** A dot in a key makes the platform's snapshots fail (documented in 2026). */
export const dottedKey: FlowRule = ({ document, keysOf, flow }) =>
  flow.nodes
    .filter(({ value }) => keysOf(value).hasDot)
    .flatMap((node) =>
      document
        .writtenProperties(node.path)
        .filter(({ key }) => key.includes('.'))
        .map(({ path, key, keyRange }) => ({
          code: 'dotted-key',
          severity: 'warning',
          path,
          range: keyRange,
          args: [key],
          node,
        })),
    );
