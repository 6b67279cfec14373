import type { TextRange } from './jsonDocument';

/** A replacement; ranges count UTF-16 code units in the text before any edit. */
export interface TextEdit extends TextRange {
  readonly newText: string;
}

/** The one edit that turns a text into another, as small as their common start and end allow; none for equal texts. */
export function toMinimalEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { offset: start, length: before.length - start - end, newText: after.slice(start, after.length - end) },
  ];
}
