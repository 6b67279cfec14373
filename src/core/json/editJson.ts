import { startOf } from './jsonStyle';
import type { JsonDocument } from './jsonDocument';
import type { JsonPath } from './jsonPath';
import { childrenOf } from './scanJson';
import type { TextEdit } from './textEdit';

/** The edit that puts another value in the place of one; none where nothing stands. */
export function replaceValue(document: JsonDocument, path: JsonPath, value: unknown): TextEdit[] {
  const range = document.rangeOf(path);
  return range ? [{ ...range, newText: JSON.stringify(value) }] : [];
}

/**
 * The edit that takes a property or an element out, with the comma that it had and the white space between it and its
 * neighbour; `offset` tells one of two equal keys from the other. None where nothing stands, and in a broken text.
 */
export function removeValue(document: JsonDocument, path: JsonPath, offset?: number): TextEdit[] {
  const parent = document.rangeOf(path.slice(0, -1));
  if (!parent || document.syntaxError) return [];
  const key = path.at(-1);
  const children = childrenOf(document.text, parent.offset);
  const wanted = offset ?? document.rangeOf(path)?.offset;
  const index = children.findIndex((child) =>
    typeof key === 'number' ? child.index === key : child.offset === wanted || child.key?.offset === wanted,
  );
  const child = children[index];
  if (!child) return [];
  const next = children[index + 1];
  const before = children[index - 1];
  if (next) return [cut(startOf(child), startOf(next))];
  if (before) return [cut(before.end, child.end)];
  return [cut(parent.offset + 1, parent.offset + parent.length - 1)];
}

function cut(from: number, to: number): TextEdit {
  return { offset: from, length: to - from, newText: '' };
}
