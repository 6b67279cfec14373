import { matchesAll, mostCharacters, type Segment, type Token } from '../flow/glob';
import { baseName } from '../flow/filePlace';
import { readBracket } from './gitignoreBracket';

/** What the `.gitignore` of one folder says. */
export interface GitIgnore {
  /** True: leave it out, false: keep it after all, undefined: says nothing. The path is relative to the folder. */
  verdictOn(path: string, isFolder: boolean): boolean | undefined;
}

interface Rule {
  readonly ignores: boolean;
  readonly isForFolders: boolean;
  readonly matches: (path: string) => boolean;
}

/**
 * Reads a `.gitignore` as Git does (gitignore(5), and dir.c and wildmatch.c where that is silent). A file below a folder
 * that is left out stays left out: whoever walks does not look into such a folder.
 */
export function readGitignore(text: string): GitIgnore {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  // The last rule that matches decides.
  const rules = lines.flatMap((line) => readRule(line) ?? []).reverse();
  return {
    verdictOn: (path, isFolder) =>
      rules.find((rule) => (isFolder || !rule.isForFolders) && rule.matches(path))?.ignores,
  };
}

function readRule(line: string): Rule | undefined {
  if (line.startsWith('#') || line.length > mostCharacters) return undefined;
  let pattern = withoutTrailingSpaces(line.replace(/\r$/, ''));
  const ignores = !pattern.startsWith('!');
  if (!ignores) pattern = pattern.slice(1);
  const isForFolders = pattern.endsWith('/');
  if (isForFolders) pattern = pattern.slice(0, -1);
  if (pattern === '') return undefined;
  const matches = pattern.includes('/') ? toPathMatcher(pattern.replace(/^\//, '')) : toNameMatcher(pattern);
  return matches && { ignores, isForFolders, matches };
}

/** A space at the end counts only behind a backslash. */
function withoutTrailingSpaces(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === ' ') continue;
    end = Math.min(at + 1, line.length);
  }
  return line.slice(0, end);
}

/** Without a slash a pattern is for names, in whatever folder. */
function toNameMatcher(pattern: string): Rule['matches'] | undefined {
  const segments = toSegments(pattern);
  const [segment] = segments ?? [];
  if (segment === undefined) return undefined;
  return (path) => matchesAll([baseName(path)], [segment]);
}

/**
 * With one it is for paths from the folder of the file on. Git compares the letters before the first special one by
 * themselves, and what is behind them as if it began there: `a**\/b` matches `ab/c/b`.
 */
function toPathMatcher(pattern: string): Rule['matches'] | undefined {
  const special = pattern.search(/[*?[\\]/);
  if (special < 0) return (path) => path === pattern;
  const prefix = pattern.slice(0, special);
  const segments = toSegments(pattern.slice(special));
  if (!segments) return undefined;
  // What is in a folder is not the folder.
  if (segments.length > 1 && segments.at(-1) === 'folders') segments.push([{ kind: 'star' }]);
  return (path) => path.startsWith(prefix) && matchesAll(path.slice(special).split('/'), segments);
}

/** Undefined for what matches nothing, such as a bracket that nothing closes. */
function toSegments(pattern: string): Segment[] | undefined {
  const segments: Segment[] = [];
  let tokens: Token[] = [];
  let start = 0;
  const close = (end: number) => {
    segments.push(/^\*{2,}$/.test(pattern.slice(start, end)) ? 'folders' : tokens);
    tokens = [];
    start = end + 1;
  };
  for (let at = 0; at < pattern.length; at++) {
    let character = pattern[at] ?? '';
    if (character === '/') {
      close(at);
      continue;
    }
    if (character === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
      continue;
    }
    if (character === '?') {
      tokens.push({ kind: 'one', fits: () => true });
      continue;
    }
    if (character === '[') {
      const bracket = readBracket(pattern, at);
      if (!bracket) return undefined;
      tokens.push({ kind: 'one', fits: bracket.fits });
      at = bracket.end;
      continue;
    }
    if (character === '\\') {
      character = pattern[++at] ?? '';
      if (character === '') return undefined;
    }
    const literal = character;
    tokens.push({ kind: 'one', fits: (other) => other === literal });
  }
  close(pattern.length);
  return segments;
}
