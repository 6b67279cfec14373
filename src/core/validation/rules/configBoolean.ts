import { isSelected } from '../../catalog/catalog';
import type { NodeRule } from '../rule';

/** Something else than true or false in a toggle; as texts they are let pass. */
export const configBoolean: NodeRule = ({ fields, nodeType }) =>
  fields.flatMap(({ field, config, value }) => {
    if (field.type !== 'toggle' && field.type !== 'checkbox') return [];
    if (typeof value === 'boolean' || value === 'true' || value === 'false') return [];
    if (!nodeType || isSelected(field, config.value, nodeType) !== true) return [];
    return [
      {
        code: 'config-boolean',
        severity: 'warning',
        path: [...config.path, field.key],
        args: [field.key],
      },
    ];
  });
