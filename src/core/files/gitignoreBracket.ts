/** The classes of POSIX, of which the letters of ASCII count. */
const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

/**
 * Reads `[a-z]`, `[!a]` or `[[:digit:]]` at a place as Git's wildmatch does, where a backslash takes the next letter as it
 * is. `end` is where its closing bracket is; undefined for one that is never closed or has no such class.
 */
export function readBracket(
  pattern: string,
  start: number,
): { fits: (character: string) => boolean; end: number } | undefined {
  let at = start + 1;
  const isNegated = pattern[at] === '!' || pattern[at] === '^';
  if (isNegated) at++;
  const parts: ((character: string) => boolean)[] = [];
  /** What a `-` would start a range with. */
  let from = '';
  for (let isFirst = true; isFirst || pattern[at] !== ']'; at++, isFirst = false) {
    let character = pattern[at];
    const next = pattern[at + 1];
    if (character === '-' && from !== '' && next !== undefined && next !== ']') {
      const to = next === '\\' ? pattern[++at + 1] : next;
      if (to === undefined) return undefined;
      const [low, high] = [from, to];
      parts.push((other) => low <= other && other <= high);
      at++;
      from = '';
      continue;
    }
    if (character === '[' && next === ':') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) return undefined;
      if (pattern[close - 1] === ':' && close > at + 2) {
        const name = pattern.slice(at + 2, close - 1);
        const known = Object.hasOwn(classes, name) ? classes[name] : undefined;
        if (!known) return undefined;
        parts.push((other) => known.test(other));
        at = close;
        from = '';
        continue;
      }
    } else if (character === '\\') character = pattern[++at];
    if (character === undefined) return undefined;
    const literal = character;
    parts.push((other) => other === literal);
    from = literal;
  }
  return { fits: (character) => parts.some((fits) => fits(character)) !== isNegated, end: at };
}
