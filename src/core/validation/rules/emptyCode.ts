import { isCoreNode } from '../isCoreNode';
import type { NodeRule } from '../rule';

export const emptyCode: NodeRule = ({ node, isComplete }) => {
  if (!isComplete || !isCoreNode(node, 'code')) return [];
  return node.configs
    .filter(({ value: { code } }) => typeof code === 'string' && code.trim() === '')
    .map(({ path }) => ({
      code: 'empty-code',
      severity: 'info',
      path: [...path, 'code'],
      args: [node.name],
    }));
};
