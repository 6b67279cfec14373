import { changedSpan } from './changedSpan';
import type { TextRange } from './textRange';

/** A replacement; ranges count UTF-16 code units in the text before any edit. */
export interface TextEdit extends TextRange {
  readonly newText: string;
}

/**
 * A text after edits, in any order. Of those at one place the first comes first.
 * @throws where two overlap: no text is what both mean.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { offset, length, newText } of edits.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) throw new Error('Two edits overlap.');
    pieces.push(text.slice(end, offset), newText);
    end = offset + length;
  }
  return pieces.join('') + text.slice(end);
}

/** The one edit that turns a text into another, as small as their common start and end allow; none for equal texts. */
export function toMinimalEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const { start, oldEnd, newEnd } = changedSpan(before, after);
  return [{ offset: start, length: oldEnd - start, newText: after.slice(start, newEnd) }];
}
