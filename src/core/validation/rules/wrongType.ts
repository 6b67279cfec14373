import { isUnset } from '../../catalog/condition';
import { isObject } from '../../json/narrow';
import type { Finding, NodeRule } from '../rule';

/** The keys that every node has, by the type that their values have in all real charts. */
const fixedKeys = {
  string: ['type', 'label', 'comment', 'commentColor', 'extension', 'localeReference', 'analyticsLabel'],
  boolean: ['isDisabled', 'isEntryPoint'],
  object: ['config', 'mock'],
} as const;

export const wrongType: NodeRule = ({ node: { path, value } }) => {
  const findings: Finding[] = [];
  for (const [expected, keys] of Object.entries(fixedKeys)) {
    for (const key of keys) {
      const own = value[key];
      const fits = expected === 'object' ? isObject(own) : typeof own === expected;
      if (fits || isUnset(own)) continue;
      findings.push({
        code: 'wrong-type',
        severity: 'error',
        path: [...path, key],
        args: [key, expected],
      });
    }
  }
  return findings;
};
