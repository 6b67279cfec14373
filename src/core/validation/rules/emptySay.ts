import { isUnset } from '../../catalog/condition';
import { asArray, isObject } from '../../json/narrow';
import { isCoreNode } from '../isCoreNode';
import { defineRule } from '../rule';

/** A Say without text, data or anything for a channel. */
export const emptySay = defineRule({
  code: 'empty-say',
  severity: 'info',
  sentence: '{node} says nothing.',
  reason: 'A Say has no text, no data, and nothing for a channel.',
  wayOut: 'Enter a text, or remove the node.',
  ofNode({ node, isComplete }, found) {
    if (!isComplete || !isCoreNode(node, 'say')) return [];
    return node.configs
      .filter(({ value }) => 'say' in value && isEmptySay(value.say))
      .map(({ path }) => found({ path: [...path, 'say'], args: { node: { node: node.name } } }));
  },
});

/** How the texts are chosen, which are no content. */
const settings: ReadonlySet<string> = new Set(['type', 'linear', 'loop']);

/** Old charts hold the object as a text. */
function isEmptySay(value: unknown): boolean {
  const say = typeof value === 'string' ? parse(value) : value;
  if (!isObject(say) || say.type !== 'text') return false;
  return Object.entries(say).every(
    ([key, part]) =>
      settings.has(key) || (key === 'text' ? asArray(part).every(isBlank) : isEmptyValue(part)),
  );
}

function isBlank(value: unknown): boolean {
  return isUnset(value) || (typeof value === 'string' && value.trim() === '');
}

/** Whether nothing is in a value, however deep: `{"_cognigy": {}}` and `"{}"` are as empty as `""`. */
function isEmptyValue(value: unknown): boolean {
  if (isBlank(value) || value === '{}') return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmptyValue);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
