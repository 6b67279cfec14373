import type { TextEdit } from '../../src/core/json/textEdit';

/** A text after edits whose ranges count in it as it was, in any order; they must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.offset - a.offset)
    .reduce(
      (result, { offset, length, newText }) =>
        result.slice(0, offset) + newText + result.slice(offset + length),
      text,
    );
}
