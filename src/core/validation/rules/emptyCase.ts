import { caseValue } from '../caseValue';
import { isCoreNode } from '../isCoreNode';
import type { NodeRule } from '../rule';

/** A Case that no value can lead to. */
export const emptyCase: NodeRule = ({ node, isComplete }) => {
  if (!isComplete || !isCoreNode(node, 'case')) return [];
  return node.configs
    .filter((config) => caseValue(config) === '')
    .map(({ path }) => ({
      code: 'empty-case',
      severity: 'info',
      path: [...path, 'case', 'value'],
      args: [node.name],
    }));
};
