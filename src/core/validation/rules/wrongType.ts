import { isUnset } from '../../catalog/condition';
import { isObject } from '../../json/narrow';
import type { Finding, NodeRule } from '../rule';

/** The keys that every node has, by the type that their values have in all real charts. */
const fixedKeys: readonly (readonly [key: string, expected: 'string' | 'boolean' | 'object'])[] = [
  ['type', 'string'],
  ['label', 'string'],
  ['comment', 'string'],
  ['commentColor', 'string'],
  ['extension', 'string'],
  ['localeReference', 'string'],
  ['analyticsLabel', 'string'],
  ['isDisabled', 'boolean'],
  ['isEntryPoint', 'boolean'],
  ['config', 'object'],
  ['mock', 'object'],
];

export const wrongType: NodeRule = ({ node: { path, value } }) => {
  const findings: Finding[] = [];
  for (const [key, expected] of fixedKeys) {
    const own = value[key];
    const fits = expected === 'object' ? isObject(own) : typeof own === expected;
    if (fits || isUnset(own)) continue;
    findings.push({ code: 'wrong-type', severity: 'error', path: [...path, key], args: [key, expected] });
  }
  return findings;
};
