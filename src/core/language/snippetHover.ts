import { asString, isObject } from '../json/narrow';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import type { Hover } from './hover';
import { toCode, toMarkdown } from './markdown';

/** Slashes may be escaped, for a snippet stands in a JSON string. */
const snippet = /\[\[snippet-((?:[A-Za-z0-9+/=_-]|\\\/)+)\]\]/g;

/** Longer than any that people make; what is read is no more than this much around the cursor. */
const longest = 20_000;

/** What a token snippet in a string is: its label, its type and the script that it runs. */
export function snippetHoverAt(document: JsonDocument, offset: number, t: Localize): Hover | undefined {
  const from = Math.max(0, offset - longest);
  const text = document.text.slice(from, offset + longest);
  for (const match of text.matchAll(snippet)) {
    const start = from + match.index;
    if (start > offset) return undefined;
    if (offset > start + match[0].length) continue;
    const markdown = describe((match[1] ?? '').replaceAll('\\/', '/'), t);
    return markdown === undefined
      ? undefined
      : { range: { offset: start, length: match[0].length }, markdown };
  }
  return undefined;
}

function describe(encoded: string, t: Localize): string | undefined {
  const value = decode(encoded);
  if (!isObject(value)) return undefined;
  const label = asString(value.label) ?? '';
  const type = asString(value.type) ?? '';
  const script = asString(value.script) ?? '';
  const title = [label && `**${toMarkdown(label)}**`, type && toMarkdown(type)].filter(Boolean).join(' · ');
  const parts = [title || t('Snippet'), script && toCode(script)];
  return parts.filter(Boolean).join('\n\n');
}

/** Undefined for what is no base64 of JSON in UTF-8. */
function decode(encoded: string): unknown {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
