const quote = 0x22;
const backslash = 0x5c;

/** What a JSON text is made of, without a parser. */
export interface TextShape {
  /** How many objects and arrays lie in one another at most. */
  readonly depth: number;
  /** How many properties are written down; a value read from the text has fewer when keys are repeated. */
  readonly properties: number;
}

/** Scans a text for brackets and colons outside strings: much cheaper than a parser, and no stack to overflow. */
export function scanTextShape(text: string): TextShape {
  let depth = 0;
  let deepest = 0;
  let properties = 0;
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      i = endOfString(text, i);
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
    } else if (code === 0x3a) {
      properties++;
    }
  }
  return { depth: deepest, properties };
}

/** The offset of the quote that closes a string; strings are most of a text, and a native search is fastest. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === backslash) first--;
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}
