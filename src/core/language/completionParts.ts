import type { JsonDocument } from '../json/jsonDocument';
import type { Completion } from './completion';
import type { NodeCursor } from './nodeCursor';

/** Puts a word in the place of the one at the cursor, with the commas that it needs. */
export function partsAt(
  cursor: NodeCursor,
  document: JsonDocument,
  word: string,
): Pick<Completion, 'range' | 'filter' | 'also'> & { readonly after: string } {
  const { word: range, missingComma, next } = cursor;
  const isQuoted = document.text[range.offset] === '"' && range.length > 0;
  return {
    range,
    filter: isQuoted ? `"${word}"` : word,
    also: missingComma === undefined ? [] : [{ offset: missingComma, length: 0, newText: ',' }],
    after: next === 'more' ? ',' : '',
  };
}
