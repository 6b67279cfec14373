import { isSelected } from '../../catalog/catalog';
import type { NodeRule } from '../rule';

/** A number outside the bounds that its descriptor names; text that is no number counts as outside them. */
export const configRange: NodeRule = ({ fields, nodeType }) =>
  fields.flatMap(({ field, config, value }) => {
    const { min, max } = field;
    if (min === undefined && max === undefined) return [];
    if ((field.type !== 'number' && field.type !== 'slider') || typeof value === 'object') return [];
    const number = Number(value);
    if (number >= (min ?? -Infinity) && number <= (max ?? Infinity)) return [];
    if (!nodeType || isSelected(field, config.value, nodeType) !== true) return [];
    return [
      {
        code: 'config-range',
        severity: 'warning',
        path: [...config.path, field.key],
        args: [field.key, min ?? '', max ?? ''],
      },
    ];
  });
