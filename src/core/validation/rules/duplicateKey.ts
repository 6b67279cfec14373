import { readFlowNodeAt } from '../../flow/flowNode';
import { isObject } from '../../json/narrow';
import { repeated } from '../repeated';
import type { FlowContext, FlowRule } from '../rule';

/** Two equal keys in one object. They are looked for only where the text has more properties than its value. */
export const duplicateKey: FlowRule = (context) =>
  repeated(suspects(context), ({ holder, key }) => `${holder} ${key}`).map(({ item, first }) => {
    const { path, key, keyRange } = item;
    const node = readFlowNodeAt(context.document.value, path);
    return {
      code: 'duplicate-key',
      severity: 'error',
      path,
      range: keyRange,
      args: [key],
      related: [{ path, range: first.keyRange, name: key }],
      ...(node && { node }),
    };
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
