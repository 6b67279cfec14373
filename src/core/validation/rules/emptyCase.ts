import { caseValue } from '../caseValue';
import { isCoreNode } from '../isCoreNode';
import { defineRule } from '../rule';

/** A Case that no value can lead to. */
export const emptyCase = defineRule({
  code: 'empty-case',
  severity: 'info',
  sentence: '{node} has no value, so it’s never chosen.',
  reason: 'A Case without a value is never chosen.',
  wayOut: 'Enter a value, or remove the Case.',
  ofNode({ node, isComplete }, found) {
    if (!isComplete || !isCoreNode(node, 'case')) return [];
    return node.configs
      .filter((config) => caseValue(config) === '')
      .map(({ path }) => found({ path: [...path, 'case', 'value'], args: { node: { node: node.name } } }));
  },
});
