import { isSelected } from '../../catalog/catalog';
import type { NodeRule } from '../rule';

/** A choice that its descriptor does not offer. Lists and objects are left alone, and so is `"true"` for true. */
export const configEnum: NodeRule = ({ fields, nodeType }) =>
  fields.flatMap(({ field, config, value }) => {
    const allowed = field.enum;
    if (field.type !== 'select' || !allowed || typeof value === 'object') return [];
    if (allowed.some((choice) => choice === value || String(choice) === inWords(value))) return [];
    if (!nodeType || isSelected(field, config.value, nodeType) !== true) return [];
    return [
      {
        code: 'config-enum',
        severity: 'warning',
        path: [...config.path, field.key],
        args: [field.key, listed(allowed)],
      },
    ];
  });

const mostNamed = 12;

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function listed(allowed: readonly unknown[]): string {
  const names = allowed.map(String).filter((name) => name !== '');
  return names.length <= mostNamed ? names.join(', ') : [...names.slice(0, mostNamed), '…'].join(', ');
}
