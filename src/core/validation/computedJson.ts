import { isJson } from '../json/isJson';

/** Stands for what is computed; no text that people write holds it. */
const placeholder = '\uE000';

/**
 * Whether a text may be JSON once the platform has filled in its CognigyScript and snippets. Inside of strings they are
 * taken out; one that stands outside may become anything, so the text can't be judged.
 */
export function isComputedJson(text: string): boolean {
  const filled = text
    .replaceAll(/\[\[snippet-[^\]]*\]\]/g, placeholder)
    .replaceAll(/\{\{[\s\S]*?\}\}/g, placeholder);
  if (!filled.includes(placeholder)) return false;
  const outside = filled.replaceAll(/"(?:[^"\\]|\\[\s\S])*"?/g, '');
  if (outside.includes(placeholder)) return true;
  return isJson(filled);
}
