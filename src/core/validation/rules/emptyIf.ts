import { isUnset } from '../../catalog/condition';
import { isObject, type JsonObject } from '../../json/narrow';
import { isCoreNode } from '../isCoreNode';
import { defineRule } from '../rule';

/** An If that was given a rule or a condition, and it is empty; one without either has the platform's default. */
export const emptyIf = defineRule({
  code: 'empty-if',
  severity: 'warning',
  sentence: '{node} has no condition.',
  reason: 'An If has no condition.',
  wayOut: 'Enter a condition, or remove the If.',
  ofNode({ node, isComplete }, found) {
    if (!isComplete || !isCoreNode(node, 'if')) return [];
    return node.configs
      .filter(({ value: { condition } }) => isObject(condition) && isEmpty(condition))
      .map(({ path }) => found({ path: [...path, 'condition'], args: { node: { node: node.name } } }));
  },
});

function isEmpty({ type, condition, rule }: JsonObject): boolean {
  if (type === 'condition') return typeof condition !== 'boolean' && isUnset(trimmed(condition));
  return type === 'rule' && isObject(rule) && isUnset(trimmed(rule.left)) && isUnset(trimmed(rule.right));
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
