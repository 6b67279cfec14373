import type { TextRange } from './textRange';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** What a JSON text is made of, without a parser. */
export interface TextShape {
  /** How many objects and arrays lie in one another at most. */
  readonly depth: number;
  /** How many properties are written down; a value read from the text has fewer when keys are repeated. */
  readonly properties: number;
}

/** A value in an object or an array, where it stands. */
export interface ScannedChild {
  /** The range of its key, quotes included; undefined in an array. */
  readonly key: TextRange | undefined;
  readonly index: number;
  readonly offset: number;
  /** The offset right after the value. */
  readonly end: number;
}

/** Scans a text for brackets and colons outside strings: much cheaper than a parser, and no stack to overflow. */
export function scanTextShape(text: string, start = 0, end = text.length): TextShape {
  let depth = 0;
  let deepest = 0;
  let properties = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      i = closingQuote(text, i);
    } else if (code === openBrace || code === openBracket) {
      if (++depth > deepest) deepest = depth;
    } else if (code === closeBrace || code === closeBracket) {
      depth--;
    } else if (code === colon) {
      properties++;
    }
  }
  return { depth: deepest, properties };
}

/**
 * Calls back for each value in the object or array that starts at an offset of valid JSON, in text order, repeated
 * keys too. Anything else has no children. `true` from the callback ends it. `endOf` finds the end of a value, for whoever
 * learns more on the way there.
 */
export function forEachChild(
  text: string,
  start: number,
  visit: (child: ScannedChild) => boolean | undefined,
  endOf = endOfValue,
): void {
  const open = text.charCodeAt(start);
  if (open !== openBrace && open !== openBracket) return;
  const close = open + 2;
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text.charCodeAt(at) !== close; index++) {
    let key: TextRange | undefined;
    if (open === openBrace) {
      const keyEnd = closingQuote(text, at) + 1;
      key = { offset: at, length: keyEnd - at };
      at = skipSpace(text, skipSpace(text, keyEnd) + 1);
    }
    const end = endOf(text, at);
    if (visit({ key, index, offset: at, end })) return;
    at = skipSpace(text, end);
    if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
  }
}

/** The values in the object or array that starts at an offset of valid JSON, in text order, repeated keys too. */
export function childrenOf(text: string, start: number): ScannedChild[] {
  const children: ScannedChild[] = [];
  forEachChild(text, start, (child) => {
    children.push(child);
    return undefined;
  });
  return children;
}

/** The end of the value that starts at an offset of valid JSON, and its shape, in one go. */
export function scanValue(text: string, start: number): { end: number; shape: TextShape } {
  let depth = 0;
  let deepest = 0;
  let properties = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Most of what is between strings.
    if (code === 0x20) {
      if (depth > 0) continue;
      return { end: i, shape: { depth: deepest, properties } };
    }
    if (code === quote) {
      i = closingQuote(text, i);
    } else if (code === openBrace || code === openBracket) {
      if (++depth > deepest) deepest = depth;
      continue;
    } else if (code === closeBrace || code === closeBracket) {
      // A bare number or word ends where what it lies in ends.
      if (depth-- === 0) return { end: i, shape: { depth: deepest, properties } };
    } else if (code === colon) {
      properties++;
      continue;
    } else if (depth > 0) {
      continue;
    } else if (code === comma || code < 0x20) {
      return { end: i, shape: { depth: deepest, properties } };
    } else {
      continue;
    }
    if (depth === 0) return { end: i + 1, shape: { depth: deepest, properties } };
  }
  return { end: text.length, shape: { depth: deepest, properties } };
}

/** The offset right after the value that starts at an offset of valid JSON. */
export function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      i = closingQuote(text, i);
    } else if (code === openBrace || code === openBracket) {
      depth++;
      continue;
    } else if (code === closeBrace || code === closeBracket) {
      // A bare number or word ends where what it lies in ends.
      if (depth-- === 0) return i;
    } else if (depth > 0) {
      continue;
    } else if (code === comma || code <= 0x20) {
      return i;
    } else {
      continue;
    }
    if (depth === 0) return i + 1;
  }
  return text.length;
}

/** The offset of the first character from `start` on that is no white space. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** A key without its quotes and escapes. */
export function decodeKey(text: string, { offset, length }: TextRange): string {
  const inner = text.slice(offset + 1, offset + length - 1);
  return inner.includes('\\') ? (JSON.parse(text.slice(offset, offset + length)) as string) : inner;
}

/** The offset of the quote that closes a string; strings are most of a text, and a native search is fastest. */
function closingQuote(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === backslash) first--;
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}
