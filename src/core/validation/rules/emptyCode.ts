import { isCoreNode } from '../isCoreNode';
import { defineRule } from '../rule';

export const emptyCode = defineRule({
  code: 'empty-code',
  severity: 'info',
  sentence: '{node} has no code.',
  reason: 'A Code node has no code.',
  wayOut: 'Enter code, or remove the node.',
  ofNode({ node, isComplete }, found) {
    if (!isComplete || !isCoreNode(node, 'code')) return [];
    return node.configs
      .filter(({ value: { code } }) => typeof code === 'string' && code.trim() === '')
      .map(({ path }) => found({ path: [...path, 'code'], args: { node: { node: node.name } } }));
  },
});
