import type { JsonPath } from '../json/jsonPath';
import type { TextRange } from '../json/textRange';

/** Where a cursor stands in a JSON text, which may be half typed. Offsets count from the start of the text. */
export interface JsonCursor {
  /** The path of the object or array that holds the cursor directly. */
  readonly holder: JsonPath;
  readonly role: 'key' | 'value';
  /** For a value: the property that it is the value of; undefined in an array. */
  readonly key: string | undefined;
  /** The word or string at the cursor, which something else can take the place of; empty where there is none. */
  readonly word: TextRange;
  /** Where a comma is missing before the word. */
  readonly missingComma: number | undefined;
  /** What follows the word: `end` is a comma, a closing bracket or nothing at all. */
  readonly next: 'colon' | 'end' | 'more';
}

/** An object or array that the scanner is in. */
interface Frame {
  readonly isArray: boolean;
  readonly path: JsonPath;
  expects: 'key' | 'colon' | 'value' | 'comma';
  key: string | undefined;
  index: number;
  /** The last value where it is a string: if a colon follows, it is a key. */
  lastString: string | undefined;
  /** The end of the last value. */
  end: number;
}

/** Strings, closed or not; brackets, colons and commas; and words of anything else. */
const tokens = /"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;
const closedString = /^"[^"\\]*(?:\\.[^"\\]*)*"$/;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a text token by token as far as the cursor, so what comes after it may be anything. Undefined outside of
 * objects and arrays. Made for one node's text, not for a whole file.
 */
export function jsonCursorAt(text: string, offset: number): JsonCursor | undefined {
  const frames: Frame[] = [];
  for (const match of text.matchAll(tokens)) {
    const token = { text: match[0], start: match.index, end: match.index + match[0].length };
    const frame = frames.at(-1);
    if (token.start > offset || (token.start === offset && isPunctuation(token))) break;
    if (isPunctuation(token)) passPunctuation(token, frames);
    else if (offset <= token.end) return frame && atWord(text, offset, token, frame);
    else if (frame) passWord(token, frame);
  }
  const frame = frames.at(-1);
  return frame && toCursor(text, frame, { offset, length: 0 });
}

function isPunctuation({ text }: Token): boolean {
  return text.length === 1 && '{}[],:'.includes(text);
}

function atWord(text: string, offset: number, token: Token, frame: Frame): JsonCursor | undefined {
  const isOpen = token.text.startsWith('"') && !closedString.test(token.text);
  // A string that nobody has closed yet seems to reach to the end of its line.
  const end = isOpen ? endOfName(text, offset) : token.end;
  const cursor = toCursor(text, frame, { offset: token.start, length: end - token.start });
  const isNextKey = frame.expects === 'value' && !frame.isArray && cursor?.next === 'colon';
  return cursor && isNextKey ? { ...cursor, role: 'key', key: undefined } : cursor;
}

/** Undefined right after a key, where nothing but a colon can stand. */
function toCursor(text: string, frame: Frame, word: TextRange): JsonCursor | undefined {
  const { isArray, path, expects, key, end } = frame;
  if (expects === 'colon') return undefined;
  const isKey = !isArray && (expects === 'key' || expects === 'comma');
  return {
    holder: path,
    role: isKey ? 'key' : 'value',
    key: isKey || isArray ? undefined : key,
    word,
    missingComma: expects === 'comma' ? end : undefined,
    next: whatFollows(text, word.offset + word.length),
  };
}

function passWord(token: Token, frame: Frame): void {
  const string = token.text.startsWith('"') ? decode(token.text) : undefined;
  if (frame.expects === 'value') {
    frame.expects = 'comma';
    frame.end = token.end;
    frame.lastString = string;
  } else if (string !== undefined && !frame.isArray) {
    // Where a colon or a comma is missing, a string is most likely the next key.
    frame.key = string;
    frame.expects = 'colon';
  }
}

function passPunctuation({ text, end }: Token, frames: Frame[]): void {
  const frame = frames.at(-1);
  if (text === '{' || text === '[') {
    frames.push(openFrame(text === '[', frame));
  } else if (text === '}' || text === ']') {
    frames.pop();
    const outer = frames.at(-1);
    if (outer) Object.assign(outer, { expects: 'comma', end, lastString: undefined });
  } else if (frame && text === ',') {
    frame.expects = frame.isArray ? 'value' : 'key';
    frame.index++;
  } else if (frame && !frame.isArray) {
    if (frame.expects === 'comma') frame.key = frame.lastString;
    frame.expects = 'value';
  }
}

function openFrame(isArray: boolean, outer: Frame | undefined): Frame {
  const segment = outer?.isArray ? outer.index : (outer?.key ?? '');
  return {
    isArray,
    path: outer ? [...outer.path, segment] : [],
    expects: isArray ? 'value' : 'key',
    key: undefined,
    index: 0,
    lastString: undefined,
    end: 0,
  };
}

function whatFollows(text: string, offset: number): JsonCursor['next'] {
  const character = /[^ \t\r\n]/.exec(text.slice(offset, offset + 10_000))?.[0];
  if (character === ':') return 'colon';
  return character === undefined || ',}]'.includes(character) ? 'end' : 'more';
}

/** A string's text, whose quotes and escapes may be unfinished. */
function decode(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replaceAll('"', '');
  }
}

/** The end of what may be a name or a choice, from an offset on. */
function endOfName(text: string, offset: number): number {
  return offset + (/^[\w$.-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}
