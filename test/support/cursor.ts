import assert from 'node:assert/strict';

/** Takes the cursor `|` out of a text. */
export function atCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'no cursor');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
