import { changedSpan } from './changedSpan';
import type { TextRange } from './textRange';

/** A replacement; ranges count UTF-16 code units in the text before any edit. */
export interface TextEdit extends TextRange {
  readonly newText: string;
}

/** The one edit that turns a text into another, as small as their common start and end allow; none for equal texts. */
export function toMinimalEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const { start, oldEnd, newEnd } = changedSpan(before, after);
  return [{ offset: start, length: oldEnd - start, newText: after.slice(start, newEnd) }];
}
