import { isSelected } from '../../catalog/catalog';
import { knownPlatformVersion } from '../../catalog/coreCatalog';
import { slipOf } from '../slipOf';
import { defineRule } from '../rule';

/**
 * A choice that its descriptor does not offer: a slip, or one that is newer than the catalogue, for any list may have
 * grown since. Lists and objects are left alone, and so is `"true"` for true.
 */
export const configEnum = defineRule({
  code: 'config-enum',
  severity: 'warning',
  sentence: {
    slip: '“{key}” must be one of these: {choices}.',
    unknown: '“{key}” isn’t among the choices known for Cognigy.AI {version}: {choices}.',
  },
  reason:
    'A setting contains a choice that the node doesn’t offer. The message lists the choices. A warning where the value is misspelled, otherwise information: the choice may be newer than the platform version that is known here. Only settings that are in use are checked. Empty values, CognigyScript, and unknown settings never are.',
  wayOut: 'Choose one of the listed values.',
  ofNode: ({ fields, nodeType }, found) =>
    fields.flatMap(({ field, config, value }) => {
      const allowed = field.enum;
      if (field.type !== 'select' || !allowed || typeof value === 'object') return [];
      if (allowed.some((choice) => choice === value || String(choice) === inWords(value))) return [];
      if (!nodeType || isSelected(field, config.value, nodeType) !== true) return [];
      const path = [...config.path, field.key];
      const args = { key: field.key, choices: listed(allowed) };
      if (slipOf(inWords(value), allowed) !== undefined) return [found({ sentence: 'slip', path, args })];
      const known = { ...args, version: knownPlatformVersion };
      return [found({ sentence: 'unknown', severity: 'info', path, args: known })];
    }),
});

const mostNamed = 12;

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function listed(allowed: readonly unknown[]): string {
  const names = allowed.map(String).filter((name) => name !== '');
  return names.length <= mostNamed ? names.join(', ') : [...names.slice(0, mostNamed), '…'].join(', ');
}
