import { isJson } from '../json/isJson';

/** Stands for what is computed; no text that people write holds it. */
const placeholder = '\uE000';

const snippet = '[[snippet-';

/**
 * Whether a text may be JSON once the platform has filled in its CognigyScript and snippets. Inside of strings they are
 * taken out; one that stands outside may become anything, so the text can't be judged.
 */
export function isComputedJson(text: string): boolean {
  const filled = withoutScript(withoutSnippets(text));
  if (!filled.includes(placeholder)) return false;
  const outside = filled.replaceAll(/"(?:[^"\\]|\\[\s\S])*"?/g, '');
  if (outside.includes(placeholder)) return true;
  return isJson(filled);
}

/** No regular expression: it would look for an end that never comes from each start anew. */
function withoutScript(text: string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', at)) {
    const end = text.indexOf('}}', start + 2);
    if (end < 0) break;
    result += text.slice(at, start) + placeholder;
    at = end + 2;
  }
  return result + text.slice(at);
}

/** A snippet is encoded, so the first bracket after its start ends it, or it is none. */
function withoutSnippets(text: string): string {
  let result = '';
  let at = 0;
  let from = 0;
  for (let start = text.indexOf(snippet); start >= 0; start = text.indexOf(snippet, from)) {
    const end = text.indexOf(']', start + snippet.length);
    if (end < 0) break;
    from = end + 1;
    if (text[end + 1] !== ']') continue;
    result += text.slice(at, start) + placeholder;
    from = at = end + 2;
  }
  return result + text.slice(at);
}
