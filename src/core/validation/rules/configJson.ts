import { isJson } from '../../json/isJson';
import { isSelected } from '../../catalog/catalog';
import { isUnset } from '../../catalog/condition';
import { isComputedJson } from '../computedJson';
import type { NodeRule } from '../rule';

/** A text that the platform will parse as JSON and can't. */
export const configJson: NodeRule = ({ node, nodeType }) => {
  if (!nodeType) return [];
  return node.configs.flatMap((config) =>
    Object.entries(config.value).flatMap(([key, value]) => {
      if (typeof value !== 'string' || isUnset(value.trim())) return [];
      const field = nodeType.fields.get(key);
      if (!field || (field.type !== 'json' && field.type !== 'keyValuePairs')) return [];
      if (isJson(value) || isComputedJson(value)) return [];
      if (isSelected(field, config.value, nodeType) !== true) return [];
      return [{ code: 'config-json', severity: 'warning', path: [...config.path, key], args: [key] }];
    }),
  );
};
