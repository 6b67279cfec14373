import { onOneLine } from '../shownText';

/** A value as inline code: texts as they are, everything else, and texts that would be invisible, as JSON. */
export function toCode(value: unknown): string {
  const isPlain = typeof value === 'string' && /^\S(?:.*\S)?$/.test(value);
  const text = isPlain ? value : JSON.stringify(value);
  // A fence must be longer than any run of backticks inside.
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/**
 * A text as Markdown that shows it as it is, on one line: no emphasis, link, address, entity, list or HTML comes of it. Of
 * the punctuation, all of which may be escaped, what means nothing anywhere is left as it is.
 */
export function toMarkdown(text: string): string {
  return onOneLine(text)
    .trim()
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/[\\`*_{}[\]()<>#|~&+\-!:@.=^$]/g, '\\$&');
}
