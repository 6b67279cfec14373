import { changedLines } from './changedLines';
import type { JsonDocument } from './jsonDocument';
import type { JsonPath } from './jsonPath';
import { applyEdits, type TextEdit } from './textEdit';

/** A string as it is written down: its text with every line break as one `\n`, and where each unit of it stands. */
interface WrittenString {
  readonly text: string;
  /** Offsets in the literal, one for each unit of the text and one for its end. */
  readonly starts: readonly number[];
}

/** How new characters are to be written, so that they look as if whoever wrote the file had written them. */
interface Style {
  /** Of lines that stand where none stood. */
  readonly lineBreak: '\n' | '\r\n';
  readonly escapesNonAscii: boolean;
  readonly escapesSlashes: boolean;
}

const escapedNonAscii = /(?<!\\)(?:\\\\)*\\u(?!202[89])(?!00[0-7])[0-9a-f]{4}/i;
const escapedSlash = /(?<!\\)(?:\\\\)*\\\//;
const rawNonAscii = /[^\0-\x7f]/;

/**
 * The edits, in text order, that make the string at a path another one and leave the way its unchanged parts are written
 * as it is: escapes, line breaks and all. An editor has one line ending for all of a text, so a text that differs in line
 * endings alone is the same. None where no string stands.
 */
export function editString(document: JsonDocument, path: JsonPath, wanted: string): TextEdit[] {
  const range = document.rangeOf(path);
  if (!range || document.text[range.offset] !== '"') return [];
  const literal = document.text.slice(range.offset, range.offset + range.length);
  const written = readLiteral(literal);
  const after = wanted.replaceAll(/\r\n?/g, '\n');
  return editLiteral(literal, written, after, styleOf(literal, document.text)).map((edit) => ({
    ...edit,
    offset: range.offset + edit.offset,
  }));
}

function editLiteral(literal: string, written: WrittenString, after: string, style: Style): TextEdit[] {
  const edits = changedLines(written.text, after).map((change) => {
    const { offset, length, newText } = widenToCharacters(written.text, change);
    const from = written.starts[offset] ?? 0;
    const to = written.starts[offset + length] ?? from;
    // A line that is changed ends as it ended before.
    const lineBreaks = decodeEscape(literal.slice(from, to)).match(/\r\n?|\n/g) ?? [];
    const own = newText.replaceAll('\n', () => lineBreaks.shift() ?? style.lineBreak);
    return { offset: from, length: to - from, newText: write(own, style) };
  });
  if (readLiteral(applyEdits(literal, edits)).text === after) return edits;
  // Where nothing is left between a return and a line feed, they would become one line break.
  const newText = write(after.replaceAll('\n', style.lineBreak), style);
  return [{ offset: 1, length: literal.length - 2, newText }];
}

/** `literal` is valid JSON, quotes included. */
function readLiteral(literal: string): WrittenString {
  const units: string[] = [];
  const starts: number[] = [];
  const end = literal.length - 1;
  let isAfterReturn = false;
  for (let at = 1; at < end;) {
    const length = literal[at] !== '\\' ? 1 : literal[at + 1] === 'u' ? 6 : 2;
    const unit = length === 1 ? (literal[at] ?? '') : decodeEscape(literal.slice(at, at + length));
    // The `\n` of a `\r\n` belongs to the unit before it.
    if (unit !== '\n' || !isAfterReturn) {
      starts.push(at);
      units.push(unit === '\r' ? '\n' : unit);
    }
    isAfterReturn = unit === '\r';
    at += length;
  }
  starts.push(end);
  return { text: units.join(''), starts };
}

function decodeEscape(escapes: string): string {
  return JSON.parse(`"${escapes}"`) as string;
}

/** Half a surrogate pair can't be replaced: editors move such a position to the pair's start or end. */
function widenToCharacters(before: string, { offset, length, newText }: TextEdit): TextEdit {
  const [first, last] = [before.charAt(offset - 1), before.charAt(offset + length)];
  const lead = /[\ud800-\udbff]/.test(first) ? first : '';
  const tail = /[\udc00-\udfff]/.test(last) ? last : '';
  return {
    offset: offset - lead.length,
    length: lead.length + length + tail.length,
    newText: lead + newText + tail,
  };
}

function styleOf(literal: string, text: string): Style {
  const value = JSON.parse(literal) as string;
  const long = value.split('\r\n').length - 1;
  const all = value.split('\n').length - 1;
  // A string of plain ASCII says nothing of how others are written, so the whole file is asked.
  const example = rawNonAscii.test(literal) || escapedNonAscii.test(literal) ? literal : text;
  return {
    lineBreak: long > all - long ? '\r\n' : '\n',
    escapesNonAscii: escapedNonAscii.test(example) && !rawNonAscii.test(example),
    escapesSlashes: escapedSlash.test(literal) && !/(?<!\\)\//.test(literal),
  };
}

function write(text: string, { escapesNonAscii, escapesSlashes }: Style): string {
  const written = JSON.stringify(text).slice(1, -1);
  // VS Code warns of files that hold U+2028 and U+2029, which some take for line breaks.
  const escaped = written.replaceAll(escapesNonAscii ? /[^\0-\x7f]/g : /[\u2028\u2029]/g, toEscapes);
  return escapesSlashes ? escaped.replaceAll('/', '\\/') : escaped;
}

function toEscapes(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
