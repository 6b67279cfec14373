import { isSelected } from '../../catalog/catalog';
import { isUnset } from '../../catalog/condition';
import { isJson } from '../../json/isJson';
import { isComputedJson } from '../computedJson';
import { defineRule } from '../rule';

/** A text that the platform will parse as JSON and can't. */
export const configJson = defineRule({
  code: 'config-json',
  severity: 'warning',
  sentence: '“{key}” isn’t valid JSON, even without its CognigyScript. {node} fails when it runs.',
  reason:
    'A text that Cognigy.AI reads as JSON isn’t valid JSON. CognigyScript and snippets inside strings are ignored. Where one is outside a string, the text isn’t checked.',
  wayOut: 'Correct the JSON.',
  ofNode({ node, nodeType }, found) {
    if (!nodeType) return [];
    return node.configs.flatMap((config) =>
      Object.entries(config.value).flatMap(([key, value]) => {
        if (typeof value !== 'string' || isUnset(value.trim())) return [];
        const field = nodeType.fields.get(key);
        if (!field || (field.type !== 'json' && field.type !== 'keyValuePairs')) return [];
        if (isJson(value) || isComputedJson(value)) return [];
        if (isSelected(field, config.value, nodeType) !== true) return [];
        return [found({ path: [...config.path, key], args: { key, node: { node: node.name } } })];
      }),
    );
  },
});
