import { readFlowNodeAt } from '../../flow/flowNode';
import { isObject } from '../../json/narrow';
import { repeated } from '../repeated';
import { defineRule } from '../rule';
import type { FlowContext } from '../ruleContexts';

/** Two equal keys in one object. They are looked for only where the text has more properties than its value. */
export const duplicateKey = defineRule({
  code: 'duplicate-key',
  severity: 'warning',
  sentence: '“{key}” appears twice in this object. Only the last one is used.',
  reason: 'An object contains the same key twice, often after a merge. Only the last one is used.',
  wayOut: 'Remove one of them.',
  ofFlow: (context, found) =>
    repeated(suspects(context), ({ holder, key }) => `${holder} ${key}`).map(({ item, first }) => {
      const { path, key, keyRange } = item;
      const node = readFlowNodeAt(context.document.value, path);
      return found({
        path,
        range: keyRange,
        args: { key },
        related: [{ path, range: first.keyRange, name: key }],
        ...(node && { node }),
      });
    }),
});

function suspects({ document, keysOf }: FlowContext) {
  const around =
    document.propertiesAround === countAround(document.value, keysOf) ? [] : document.writtenAround();
  const elements = document.elementsWhere((value, properties) => properties !== keysOf(value).properties);
  const inElements = elements.flatMap((path) => document.writtenProperties(path));
  return [...around, ...inElements].sort((a, b) => a.keyRange.offset - b.keyRange.offset);
}

/** How many properties a value has around the elements of its outer arrays. */
function countAround(value: unknown, keysOf: FlowContext['keysOf']): number {
  if (!isObject(value)) return 0;
  const own = Object.values(value).map((one) => (Array.isArray(one) ? 0 : keysOf(one).properties));
  return own.reduce((sum, count) => sum + count + 1, 0);
}
