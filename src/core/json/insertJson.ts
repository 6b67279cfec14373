import { forEachChild, skipSpace, type ScannedChild } from './scanJson';
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
    entries.map(([key, value]) => `${JSON.stringify(key)}:${style.space}${write(value, style, indent)}`),
  );
}

/** The edit that adds values to an array, right after one of its elements, else at its end. */
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

/** A value as the text of a file of its own, written as another file is: its indentation, line endings and last line. */
export function writeLike({ text }: JsonDocument, value: unknown): string {
  const start = text.search(/[[{]/);
  const end = text.trimEnd().length;
  const style = styleOf(text, { offset: start, length: end - start }, undefined);
  return write(value, style, '') + text.slice(end);
}

/** How the values beside the new ones are written. */
interface Style {
  readonly eol: string;
  /** What each level is indented by. */
  readonly unit: string;
  /** Whether objects go over several lines. */
  readonly isTall: boolean;
  /** Between a key's colon and its value. */
  readonly space: string;
}

function insertInto(
  document: JsonDocument,
  holder: TextRange,
  after: number | undefined,
  build: (style: Style, indent: string) => string[],
): TextEdit[] {
  const { text } = document;
  if (document.syntaxError) return [];
  const children: ScannedChild[] = [];
  forEachChild(text, holder.offset, (child) => {
    children.push(child);
    return undefined;
  });
  const before = children[Math.min(after ?? Infinity, children.length - 1)];
  const [first] = children;
  const style = styleOf(text, holder, before);
  if (!before || !first) {
    const isTall = style.isTall && text.includes('\n');
    const outer = lineIndent(text, holder.offset);
    const items = build(style, outer + style.unit);
    const open = isTall ? style.eol + outer + style.unit : '';
    const close = isTall ? style.eol + outer : '';
    const newText = open + items.join(`,${open || style.space}`) + close;
    return [{ offset: holder.offset + 1, length: holder.length - 2, newText }];
  }
  const lead = text.slice(holder.offset + 1, startOf(first));
  const isOnOwnLine = lead.includes('\n') || lead.includes('\r');
  const indent = isOnOwnLine ? lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('\r')) + 1) : '';
  const separator = isOnOwnLine ? style.eol + indent : style.space;
  const items = build(style, isOnOwnLine ? indent : lineIndent(text, holder.offset));
  return [{ offset: before.end, length: 0, newText: items.map((item) => `,${separator}${item}`).join('') }];
}

function styleOf(text: string, holder: TextRange, beside: ScannedChild | undefined): Style {
  const eol = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r';
  // A structure beside says it; of plain values none does, so what is around them is asked.
  const isStructure = beside !== undefined && /[[{]/.test(text[beside.offset] ?? '');
  const sample = isStructure
    ? text.slice(beside.offset, beside.end)
    : text.slice(holder.offset, holder.offset + holder.length);
  const isEmpty = /^[[{]\s*[\]}]$/.test(sample);
  return {
    eol,
    unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? '',
    isTall: isEmpty ? /[\r\n]/.test(text) : /[\r\n]/.test(sample),
    space: hasTightColon(text, holder, beside) ? '' : ' ',
  };
}

/** Whether a value follows its colon at once: beside the new one, else wherever the file's first property is. */
function hasTightColon(text: string, holder: TextRange, beside: ScannedChild | undefined): boolean {
  const valueOffset =
    (beside?.key ? beside.offset : undefined) ??
    firstPropertyValue(text, holder.offset) ??
    firstPropertyValue(text, skipSpace(text, 0));
  return valueOffset !== undefined && text[valueOffset - 1] === ':';
}

/** Where the value of the first property stands, in the value at an offset or the first one that it holds. */
function firstPropertyValue(text: string, start: number): number | undefined {
  for (let at: number | undefined = start; at !== undefined;) {
    let first: ScannedChild | undefined;
    forEachChild(text, at, (child) => {
      first = child;
      return true;
    });
    if (first?.key) return first.offset;
    at = first?.offset;
  }
  return undefined;
}

function write(value: unknown, { isTall, unit, eol, space }: Style, indent: string): string {
  if (isTall) return JSON.stringify(value, undefined, unit).replaceAll('\n', eol + indent);
  return space === '' ? JSON.stringify(value) : writeInOneLine(value);
}

/** As `JSON.stringify`, with a space after each colon and comma. */
function writeInOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const properties = Object.entries(value).map(
    ([key, own]) => `${JSON.stringify(key)}: ${writeInOneLine(own)}`,
  );
  return `{${properties.join(', ')}}`;
}

function startOf({ key, offset }: ScannedChild): number {
  return key?.offset ?? offset;
}

function lineIndent(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
