import { forEachChild, skipSpace, type ScannedChild } from './scanJson';
import type { JsonDocument } from './jsonDocument';
import type { TextRange } from './textRange';

/** How the values beside the new ones are written. */
export interface Style {
  readonly eol: string;
  /** What each level is indented by. */
  readonly unit: string;
  /** Whether objects go over several lines. */
  readonly isTall: boolean;
  /** Between a key's colon and its value. */
  readonly space: string;
}

/** How a whole text is written; kept, for finding out may take reading all of it. */
interface TextStyle {
  readonly eol: string;
  readonly unit: string;
  readonly isTall: boolean;
}

const textStyles = new WeakMap<JsonDocument, TextStyle>();

function textStyleOf(document: JsonDocument): TextStyle {
  const known = textStyles.get(document);
  if (known) return known;
  const { text } = document;
  const style = {
    eol: text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r',
    unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? '',
    isTall: /[\r\n]/.test(text),
  };
  textStyles.set(document, style);
  return style;
}

/** How to write what comes into an object or array, beside one of its values. */
export function styleOf(document: JsonDocument, holder: TextRange, beside: ScannedChild | undefined): Style {
  const { text } = document;
  // A structure beside says it; of plain values none does, so what is around them is asked.
  const isStructure = beside !== undefined && /[[{]/.test(text[beside.offset] ?? '');
  const sample = isStructure
    ? text.slice(beside.offset, beside.end)
    : text.slice(holder.offset, holder.offset + holder.length);
  const isEmpty = /^[[{]\s*[\]}]$/.test(sample);
  return {
    ...textStyleOf(document),
    isTall: isEmpty ? textStyleOf(document).isTall : /[\r\n]/.test(sample),
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

/** A value in a style; `indent` is that of the line it begins in. */
export function write(value: unknown, { isTall, unit, eol, space }: Style, indent: string): string {
  if (isTall) return JSON.stringify(value, undefined, unit).replaceAll('\n', eol + indent);
  return space === '' ? JSON.stringify(value) : writeInOneLine(value);
}

/** As `JSON.stringify`, with a space after each colon and comma. */
function writeInOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const properties = Object.entries(value).flatMap(([key, own]) =>
    own === undefined ? [] : [`${JSON.stringify(key)}: ${writeInOneLine(own)}`],
  );
  return `{${properties.join(', ')}}`;
}

/** Where a value stands with its key. */
export function startOf({ key, offset }: ScannedChild): number {
  return key?.offset ?? offset;
}

/** The white space that the line of an offset begins with. */
export function lineIndent(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
