import { isSelected } from '../../catalog/catalog';
import { defineRule } from '../rule';

/** A number outside the bounds that its descriptor names; text that is no number counts as outside them. */
export const configRange = defineRule({
  code: 'config-range',
  severity: 'warning',
  sentence: {
    between: '“{key}” must be a number from {min} to {max}.',
    atLeast: '“{key}” must be a number that is at least {min}.',
    atMost: '“{key}” must be a number that is at most {max}.',
  },
  reason: 'The number is out of range, or the value isn’t a number.',
  wayOut: 'Enter a number in the range that the message names.',
  ofNode: ({ fields, nodeType }, found) =>
    fields.flatMap(({ field, config, value }) => {
      const { key, min, max } = field;
      if (min === undefined && max === undefined) return [];
      if ((field.type !== 'number' && field.type !== 'slider') || typeof value === 'object') return [];
      const number = Number(value);
      if (number >= (min ?? -Infinity) && number <= (max ?? Infinity)) return [];
      if (!nodeType || isSelected(field, config.value, nodeType) !== true) return [];
      const path = [...config.path, key];
      if (max === undefined) return [found({ sentence: 'atLeast', path, args: { key, min: min ?? 0 } })];
      if (min === undefined) return [found({ sentence: 'atMost', path, args: { key, max } })];
      return [found({ sentence: 'between', path, args: { key, min, max } })];
    }),
});
