import { isSelected } from '../../catalog/catalog';
import { defineRule } from '../rule';

/** Something else than true or false in a toggle; as texts they are let pass. */
export const configBoolean = defineRule({
  code: 'config-boolean',
  severity: 'warning',
  sentence: '“{key}” must be true or false.',
  reason: 'A switch contains a value other than true or false.',
  wayOut: 'Enter `true` or `false`.',
  ofNode: ({ fields, nodeType }, found) =>
    fields.flatMap(({ field, config, value }) => {
      if (field.type !== 'toggle' && field.type !== 'checkbox') return [];
      if (typeof value === 'boolean' || value === 'true' || value === 'false') return [];
      if (!nodeType || isSelected(field, config.value, nodeType) !== true) return [];
      return [found({ path: [...config.path, field.key], args: { key: field.key } })];
    }),
});
