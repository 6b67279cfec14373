import { isUnset, type Condition } from '../catalog/condition';
import type { Localize } from '../ports';
import { toCode } from './markdown';

/** When a field counts, in words and Markdown: `authType` is `basic`. Empty for a condition without parts. */
export function describeCondition(condition: Condition, t: Localize): string {
  if ('key' in condition) return describeComparison(condition, t);
  const [parts, join] =
    'and' in condition
      ? [condition.and, (a: string, b: string) => t('{0} and {1}', a, b)]
      : [condition.or, (a: string, b: string) => t('{0} or {1}', a, b)];
  const sentences = parts.map((part) => {
    const text = describeCondition(part, t);
    return 'key' in part ? text : `(${text})`;
  });
  // Real descriptors compare with `""` and with null, which is the same.
  const [first = '', ...others] = new Set(sentences);
  return others.reduce(join, first);
}

function describeComparison(
  { key, value, negate }: Extract<Condition, { key: string }>,
  t: Localize,
): string {
  const name = toCode(key);
  if (isUnset(value)) return negate ? t('{0} is set', name) : t('{0} isn’t set', name);
  return negate ? t('{0} isn’t {1}', name, toCode(value)) : t('{0} is {1}', name, toCode(value));
}
