/** A word of a command line. */
export interface Word {
  readonly text: string;
  /** False where the shell would put something in its place: a variable, or what a command prints. */
  readonly isExact: boolean;
}

/**
 * The words of the first command in a text, as the shell would split them that it was copied for: POSIX shells and bash,
 * PowerShell, or cmd, which browsers call _Copy as cURL (cmd)_. A prompt in front is no word. What follows the command,
 * such as a pipe, is left out.
 */
export function readCommand(text: string): Word[] {
  const line = text.trim().replace(/^(?:[$%#>]|PS [^>\r\n]*>|[A-Za-z]:\\[^>\r\n]*>)[ \t]+/, '');
  // Only cmd knows the caret, and only PowerShell ends a line that goes on with a backtick.
  if (/\^(?:"|\r?\n)/.test(line)) return wordsOfCmd(line);
  return /`\r?\n/.test(line) ? split(line, powerShell) : split(line, posix);
}

/** How a shell reads what is neither blank nor the end of the command. */
interface Shell {
  /** Matched at a place, the first that does: what the piece of a word is, or undefined for nothing at all. */
  readonly pieces: readonly (readonly [RegExp, (found: RegExpExecArray) => Word | undefined])[];
  readonly end: RegExp;
}

const exact = (text: string): Word => ({ text, isExact: true });
const expanded = (text: string): Word => ({ text, isExact: false });

const posix: Shell = {
  pieces: [
    [/\\\r?\n/y, () => undefined],
    [/\$'((?:[^'\\]|\\[^])*)'/y, ([, inner = '']) => exact(ansiC(inner))],
    [/'([^']*)'/y, ([, inner = '']) => exact(inner)],
    [/"((?:[^"\\]|\\[^])*)"/y, ([, inner = '']) => inDoubleQuotes(inner, /\\([$`"\\]|\r?\n)/g, /[$`]/)],
    [/\\([^])/y, ([, escaped = '']) => exact(escaped)],
    [/\$\((?:[^()]|\([^()]*\))*\)|`[^`]*`|\$(?=[\w{@*#?!-])/y, ([found]) => expanded(found)],
    [/[^\s'"\\$`;|&<>]+|\$/y, ([found]) => exact(found)],
  ],
  end: /[;|&<>\n]/y,
};

const powerShell: Shell = {
  pieces: [
    [/`\r?\n/y, () => undefined],
    [/'((?:[^']|'')*)'/y, ([, inner = '']) => exact(inner.replaceAll("''", "'"))],
    [
      /"((?:[^"`]|`[^]|"")*)"/y,
      ([, inner = '']) => inDoubleQuotes(inner.replaceAll('""', '`"'), /`([^])/g, /\$/),
    ],
    [/`([^])/y, ([, escaped = '']) => exact(escaped)],
    [/\$\((?:[^()]|\([^()]*\))*\)|\$(?=[\w{])/y, ([found]) => expanded(found)],
    [/[^\s'"`$;|&<>]+|\$/y, ([found]) => exact(found)],
  ],
  end: /[;|&<>\n]/y,
};

/** What stands in double quotes: escapes are taken for what they mean, and what is left of `expands` is no text. */
function inDoubleQuotes(inner: string, escapes: RegExp, expands: RegExp): Word {
  const isExact = !expands.test(inner.replaceAll(escapes, ''));
  return {
    text: inner.replaceAll(escapes, (_, escaped: string) => (/^\r?\n$/.test(escaped) ? '' : escaped)),
    isExact,
  };
}

function split(line: string, { pieces, end }: Shell): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  const finish = () => {
    if (word) words.push(word);
    word = undefined;
  };
  for (let at = 0; at < line.length;) {
    end.lastIndex = at;
    // A word that starts with # begins a comment.
    if (end.test(line) || (!word && line[at] === '#')) break;
    let length = 0;
    for (const [pattern, read] of pieces) {
      pattern.lastIndex = at;
      const found = pattern.exec(line);
      if (!found) continue;
      const piece = read(found);
      if (piece) {
        word = { text: (word?.text ?? '') + piece.text, isExact: (word?.isExact ?? true) && piece.isExact };
      }
      [{ length }] = found;
      break;
    }
    // A blank, or a quote that nothing closes.
    if (length === 0) {
      if (/\s/.test(line[at] ?? '')) finish();
      else word = expanded((word?.text ?? '') + (line[at] ?? ''));
      length = 1;
    }
    at += length;
  }
  finish();
  return words;
}

const ansiEscapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  E: '\u001B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The escapes of bash's `$'…'` (Bash Reference Manual, “ANSI-C Quoting”). */
function ansiC(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|([^]))/g,
    (whole, short?: string, long?: string, byte?: string, octal?: string, letter?: string) => {
      const hex = short ?? long ?? byte;
      if (hex !== undefined) return codePoint(parseInt(hex, 16), whole);
      if (octal !== undefined) return codePoint(parseInt(octal, 8), whole);
      return ansiEscapes[letter ?? ''] ?? (/[\\'"?]/.test(letter ?? '') ? (letter ?? '') : whole);
    },
  );
}

const codePoint = (value: number, otherwise: string) =>
  value <= 0x10ffff ? String.fromCodePoint(value) : otherwise;

/**
 * cmd takes carets away first, which stand before what would mean something to it; then the program splits what is left as
 * Microsoft's C runtime does: quotes hold blanks, and `\"` is a quote.
 */
function wordsOfCmd(line: string): Word[] {
  const variables = [...line.matchAll(/%[A-Za-z_]\w*%/g)].map(([variable]) => variable);
  const isExact = (text: string) => !variables.some((variable) => text.includes(variable));
  const words: Word[] = [];
  let word: string | undefined;
  let isInside = false;
  for (const [found, slashes = '', quote, blank] of withoutCarets(line).matchAll(/(\\*)(")|(\s+)|[^]/g)) {
    if (quote !== undefined) {
      const isText = slashes.length % 2 === 1;
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes.length / 2)) + (isText ? '"' : '');
      if (!isText) isInside = !isInside;
    } else if (blank === undefined || isInside) word = (word ?? '') + found;
    else if (word !== undefined) {
      words.push({ text: word, isExact: isExact(word) });
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, { text: word, isExact: isExact(word) }];
}

/** The first command of a line of cmd. A caret joins two lines; with an empty line after it, it is a line break. */
function withoutCarets(line: string): string {
  let left = '';
  let isQuoted = false;
  for (const [found, joined, escaped] of line.matchAll(/\^\r?\n(\r?\n)?|\^([^])|[^]/g)) {
    const isCaret = found.length > 1;
    if (isCaret && isQuoted) left += found;
    else if (isCaret) left += escaped ?? (joined === undefined ? '' : '\n');
    else if (!isQuoted && /[|&<>\n]/.test(found)) break;
    else {
      if (found === '"') isQuoted = !isQuoted;
      left += found;
    }
  }
  return left;
}
