import { repeated } from '../repeated';
import type { FlowRule } from '../rule';

/** Two equal keys in one object. They are looked for only when the text has more properties than its value. */
export const duplicateKey: FlowRule = ({ document, keys, flow }) => {
  if (document.shape.properties === keys.properties) return [];
  return repeated(document.writtenProperties([]), ({ holder, key }) => `${holder} ${key}`).map(
    ({ item, first }) => {
      const { path, key, keyRange } = item;
      const node = flow.nodes.find((candidate) => candidate.path.every((segment, i) => path[i] === segment));
      return {
        code: 'duplicate-key',
        severity: 'error',
        path,
        range: keyRange,
        args: [key],
        related: [{ path, range: first.keyRange, name: key }],
        ...(node && { node }),
      };
    },
  );
};
