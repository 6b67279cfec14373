/** The words of a command line as a POSIX shell would split them; a backslash or caret at a line's end joins lines. */
export function splitShellWords(text: string): string[] {
  const line = text.replaceAll(/[\\^`]\r?\n/g, ' ');
  const token =
    /\s+|\$'((?:[^'\\]|\\[\s\S])*)'|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+|[\s\S])/gy;
  const words: string[] = [];
  let current: string | undefined;
  for (const match of line.matchAll(token)) {
    const [whole, ansi, single, double, escaped, plain] = match;
    const part =
      ansi?.replaceAll(/\\([\s\S])/g, '$1') ??
      single ??
      double?.replaceAll(/\\(["\\$`])/g, '$1') ??
      escaped ??
      plain;
    if (part !== undefined) current = (current ?? '') + part;
    else if (/^\s/.test(whole) && current !== undefined) {
      words.push(current);
      current = undefined;
    }
  }
  return current === undefined ? words : [...words, current];
}
