import { isUnset } from '../../catalog/condition';
import { isObject, type JsonObject } from '../../json/narrow';
import { isCoreNode } from '../isCoreNode';
import type { NodeRule } from '../rule';

/** An If that was given a rule or a condition, and it is empty; one without either has the platform's default. */
export const emptyIf: NodeRule = ({ node, isComplete }) => {
  if (!isComplete || !isCoreNode(node, 'if')) return [];
  return node.configs
    .filter(({ value: { condition } }) => isObject(condition) && isEmpty(condition))
    .map(({ path }) => ({
      code: 'empty-if',
      severity: 'warning',
      path: [...path, 'condition'],
      args: [node.name],
    }));
};

function isEmpty({ type, condition, rule }: JsonObject): boolean {
  if (type === 'condition') return typeof condition !== 'boolean' && isUnset(trimmed(condition));
  return type === 'rule' && isObject(rule) && isUnset(trimmed(rule.left)) && isUnset(trimmed(rule.right));
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
