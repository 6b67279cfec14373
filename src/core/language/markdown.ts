/** A value as inline code: texts as they are, everything else, and texts that would be invisible, as JSON. */
export function toCode(value: unknown): string {
  const isPlain = typeof value === 'string' && /^\S(?:.*\S)?$/.test(value);
  const text = isPlain ? value : JSON.stringify(value);
  // A fence must be longer than any run of backticks inside.
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A text as Markdown that shows it as it is. */
export function toMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
