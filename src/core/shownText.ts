/**
 * How text from files is shown, where nobody has checked it: names, labels, paths. What VS Code would take for a link or an
 * icon, what a terminal would take for a command, and what turns the order of letters round, is text here.
 */

/** In characters; Cognigy.AI takes names of 200. */
const longestTitle = 300;

/** Of what a sentence names; labels of nodes in real flows stay below it. */
const longestName = 100;

/** Line breaks of any kind, and tabs. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const controls = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
/** Embeddings, overrides and isolates of the Unicode bidirectional algorithm; marks of single letters are harmless. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

/** Control characters, and what turns letters round, are shown as JSON escapes them; line breaks stay. */
export function visibly(text: string): string {
  return text.replaceAll(controls, toEscape).replaceAll(turns, toEscape);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** JSON that says the same, and that a terminal can show. */
export function escaped(json: string): string {
  return json.replaceAll(/[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, toEscape);
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return visibly(text.replaceAll(breaks, ' '));
}

/** No more than so many characters, the last an ellipsis where something is left out. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length > most || text.length > 2 * most + 2
    ? `${characters.slice(0, most - 1).join('')}…`
    : text;
}

/** A name in a sentence, which the rest of it must not be lost behind. */
export function inSentence(text: string): string {
  return shortened(onOneLine(text), longestName);
}

/** The same on one line that is no longer than anybody reads: the title of a tab, the label of an item. */
export function asTitle(text: string): string {
  return shortened(onOneLine(text), longestTitle);
}

/** What VS Code would show as a link, `[title](command:…)`, is not one any more: an invisible word joiner stands in it. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}

/** What VS Code would show as an icon, `$(bug)`, is shown as it is written. */
export function withoutIcons(text: string): string {
  return text.replaceAll(/\$\([a-z0-9-]+(?:~[a-z0-9-]+)?\)/gi, '\\$&');
}
