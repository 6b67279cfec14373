/**
 * Globs as VS Code has them (`vs/base/common/glob`): `*` and `?` within a name, `**` for any number of folders, `{a,b}` and
 * `[a-z]`. They come from files that anybody may have written, so what matching costs is bounded: libraries make regular
 * expressions of them, and one of a few stars takes minutes for one name.
 */

export type Token =
  | { readonly kind: 'star' }
  | { readonly kind: 'one'; readonly fits: (character: string) => boolean };

/** The pattern of one name; `folders` for `**`, which stands for any number of names. */
export type Segment = 'folders' | readonly Token[];

/** More is no glob that anybody wrote. */
const mostAlternatives = 200;
export const mostCharacters = 1000;

/**
 * Whether a path, relative and with slashes, matches a glob; undefined for what is none, as with a bracket that nothing
 * closes.
 */
export function compileGlob(glob: string): ((path: string) => boolean) | undefined {
  const alternatives = glob.length > mostCharacters ? undefined : expandBraces(glob);
  const patterns = alternatives?.map((one) => one.split('/').map(toSegment));
  if (!patterns || patterns.some((pattern) => pattern.includes(undefined))) return undefined;
  return (path) => {
    const names = path.split('/');
    return (patterns as Segment[][]).some((pattern) => matchesAll(names, pattern));
  };
}

/** Every glob without braces that one stands for; undefined where a brace is not closed, or there are too many. */
function expandBraces(glob: string): string[] | undefined {
  const open = glob.indexOf('{');
  if (open < 0) return glob.includes('}') ? undefined : [glob];
  if (glob.lastIndexOf('}', open) >= 0) return undefined;
  let depth = 0;
  let start = open + 1;
  const choices: string[] = [];
  for (let at = open; at < glob.length; at++) {
    const character = glob[at];
    if (character === '{') depth++;
    else if (character === ',' && depth === 1) {
      choices.push(glob.slice(start, at));
      start = at + 1;
    } else if (character === '}' && --depth === 0) {
      choices.push(glob.slice(start, at));
      const expanded: string[] = [];
      for (const choice of choices) {
        const more = expandBraces(glob.slice(0, open) + choice + glob.slice(at + 1));
        if (!more || expanded.push(...more) > mostAlternatives) return undefined;
      }
      return expanded;
    }
  }
  return undefined;
}

function toSegment(text: string): Segment | undefined {
  if (text === '**') return 'folders';
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (character === '?') tokens.push({ kind: 'one', fits: () => true });
    else if (character === '[') {
      const end = text.indexOf(']', at + 2);
      if (end < 0) return undefined;
      tokens.push({ kind: 'one', fits: toClass(text.slice(at + 1, end)) });
      at = end;
    } else if (character === ']') return undefined;
    else tokens.push({ kind: 'one', fits: (other) => other === character });
  }
  return tokens;
}

/** `a-z0_`, or with `!` or `^` in front all others. */
function toClass(text: string): (character: string) => boolean {
  const isNegated = /^[!^]/.test(text);
  const inner = isNegated ? text.slice(1) : text;
  const ranges: [string, string][] = [];
  for (let at = 0; at < inner.length; at++) {
    const from = inner[at] ?? '';
    const isRange = inner[at + 1] === '-' && at + 2 < inner.length;
    ranges.push([from, isRange ? (inner[at + 2] ?? '') : from]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isNegated;
}

/**
 * Whether items match a pattern with wildcards, each of which stands for any number of them. Only the last wildcard is ever
 * tried again, one step further: where an earlier one could take more, this one can.
 */
function matches<Item, Part>(
  items: ArrayLike<Item>,
  pattern: readonly Part[],
  isWildcard: (part: Part) => boolean,
  fits: (item: Item, part: Part) => boolean,
): boolean {
  let at = 0;
  let place = 0;
  let wildcard = -1;
  let taken = 0;
  while (at < items.length) {
    const part = pattern[place];
    if (part !== undefined && isWildcard(part)) {
      wildcard = place++;
      taken = at;
    } else if (part !== undefined && fits(items[at] as Item, part)) {
      at++;
      place++;
    } else if (wildcard >= 0) {
      place = wildcard + 1;
      at = ++taken;
    } else return false;
  }
  return pattern.slice(place).every(isWildcard);
}

/** Whether the names of a path match a pattern. */
export const matchesAll = (names: readonly string[], pattern: readonly Segment[]) =>
  matches(
    names,
    pattern,
    (segment) => segment === 'folders',
    (name, segment) => segment !== 'folders' && matchesName(name, segment),
  );

const matchesName = (name: string, tokens: readonly Token[]) =>
  matches(
    name,
    tokens,
    ({ kind }) => kind === 'star',
    (character, token) => token.kind === 'one' && token.fits(character),
  );
