import { lineIndent, startOf, styleOf, write, type Style } from './jsonStyle';
import { childrenOf, decodeKey, type ScannedChild } from './scanJson';
import type { JsonDocument } from './jsonDocument';
import type { JsonPath } from './jsonPath';
import type { TextEdit } from './textEdit';
import type { TextRange } from './textRange';

/** The edit that adds properties to the end of an object, as its file is written; none where no object stands. */
export function insertProperties(
  document: JsonDocument,
  path: JsonPath,
  properties: Readonly<Record<string, unknown>>,
): TextEdit[] {
  const entries = Object.entries(properties);
  const holder = document.rangeOf(path);
  if (!holder || document.text[holder.offset] !== '{' || entries.length === 0) return [];
  return insertInto(document, holder, undefined, (style, indent) =>
    entries.map((entry) => writeProperty(entry, style, indent)),
  );
}

/** The edit that adds values to an array, right after one of its elements (-1: before all), else at its end. */
export function insertElements(
  document: JsonDocument,
  path: JsonPath,
  after: number,
  values: readonly unknown[],
): TextEdit[] {
  const holder = document.rangeOf(path);
  if (!holder || document.text[holder.offset] !== '[' || values.length === 0) return [];
  return insertInto(document, holder, after, (style, indent) =>
    values.map((value) => write(value, style, indent)),
  );
}

/**
 * The edits, in text order, that give properties of an object other values: a key that is there keeps its place, a new
 * one comes to the end, `undefined` takes one out. Of a repeated key the last one gets the value, and all go. None of
 * what is there may go with nothing left.
 */
export function setProperties(
  document: JsonDocument,
  path: JsonPath,
  changes: Readonly<Record<string, unknown>>,
): TextEdit[] {
  const { text } = document;
  const holder = document.rangeOf(path);
  if (!holder || text[holder.offset] !== '{' || document.syntaxError) return [];
  const children = childrenOf(text, holder.offset);
  const keys = children.map(({ key }) => (key ? decodeKey(text, key) : ''));
  const lastKept = keys.findLastIndex((key) => !Object.hasOwn(changes, key) || changes[key] !== undefined);
  const [first, last] = [children[0], children[lastKept]];
  if (!first || !last) return insertProperties(document, path, changes);
  const style = styleOf(document, holder, last);
  const { separator, indent } = gapBefore(document, holder, first, style);
  const edits = keys.flatMap((key, index): TextEdit[] => {
    const child = children[index];
    if (!child || index > lastKept || !Object.hasOwn(changes, key)) return [];
    if (changes[key] === undefined) {
      const next = children[index + 1] ?? child;
      return [{ offset: startOf(child), length: startOf(next) - startOf(child), newText: '' }];
    }
    if (keys.lastIndexOf(key) !== index) return [];
    const newText = write(changes[key], styleOf(document, holder, child), indent);
    return [{ offset: child.offset, length: child.end - child.offset, newText }];
  });
  const added = Object.entries(changes)
    .filter(([key, value]) => value !== undefined && !keys.includes(key))
    .map((entry) => `,${separator}${writeProperty(entry, style, indent)}`);
  const rest = { offset: last.end, length: (children.at(-1) ?? last).end - last.end };
  return rest.length > 0 || added.length > 0 ? [...edits, { ...rest, newText: added.join('') }] : edits;
}

/** A value as the text of a file of its own, written as another file is: its indentation, line endings and last line. */
export function writeLike(document: JsonDocument, value: unknown): string {
  const { text } = document;
  const start = text.search(/[[{]/);
  const end = text.trimEnd().length;
  const style = styleOf(document, { offset: start, length: end - start }, undefined);
  return write(value, style, '') + text.slice(end);
}

function insertInto(
  document: JsonDocument,
  holder: TextRange,
  after: number | undefined,
  build: (style: Style, indent: string) => string[],
): TextEdit[] {
  const { text } = document;
  if (document.syntaxError) return [];
  const children = childrenOf(text, holder.offset);
  const [first] = children;
  const before = children[Math.min(after ?? Infinity, children.length - 1)];
  const style = styleOf(document, holder, before ?? first);
  if (!first) {
    const isTall = style.isTall && text.includes('\n');
    const outer = lineIndent(text, holder.offset);
    const items = build(style, outer + style.unit);
    const open = isTall ? style.eol + outer + style.unit : '';
    const close = isTall ? style.eol + outer : '';
    const newText = open + items.join(`,${open || style.space}`) + close;
    return [{ offset: holder.offset + 1, length: holder.length - 2, newText }];
  }
  const { separator, indent } = gapBefore(document, holder, first, style);
  const items = build(style, indent);
  return before
    ? [{ offset: before.end, length: 0, newText: items.map((item) => `,${separator}${item}`).join('') }]
    : [{ offset: startOf(first), length: 0, newText: items.map((item) => `${item},${separator}`).join('') }];
}

/** What stands between two values of a holder, after the comma, and the indentation of the lines that they begin in. */
function gapBefore({ text }: JsonDocument, holder: TextRange, first: ScannedChild, style: Style) {
  const lead = text.slice(holder.offset + 1, startOf(first));
  const isOnOwnLine = lead.includes('\n') || lead.includes('\r');
  if (!isOnOwnLine) return { separator: style.space, indent: lineIndent(text, holder.offset) };
  const indent = lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('\r')) + 1);
  return { separator: style.eol + indent, indent };
}

function writeProperty([key, value]: [string, unknown], style: Style, indent: string): string {
  return `${JSON.stringify(key)}:${style.space}${write(value, style, indent)}`;
}
