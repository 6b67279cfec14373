import type { TextRange } from './jsonDocument';

/** A replacement; ranges count UTF-16 code units in the text before any edit. */
export interface TextEdit extends TextRange {
  readonly newText: string;
}

/** The text with all edits made; they must not overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (result, edit) => result.slice(0, edit.offset) + edit.newText + result.slice(edit.offset + edit.length),
      text,
    );
}
