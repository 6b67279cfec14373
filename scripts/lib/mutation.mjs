// @ts-check
import { readFileSync } from 'node:fs';
import { PlainError } from './command.mjs';

/**
 * A fault that is put into the code on purpose, to see whether a test notices.
 * @typedef Mutation
 * @property {string} file path from the repository's root
 * @property {string} find a text that stands in the file exactly once
 * @property {string} replace what stands there instead
 * @property {string} breaks what goes wrong then, in one sentence
 * @property {string} tests the tests that should notice: what their paths below test/unit begin with
 */

/** @param {Mutation} mutation */
export function describeMutation({ file, breaks }) {
  return `${file}: ${breaks}`;
}

/**
 * The text of a mutation's file with the fault in it.
 * @param {Mutation} mutation
 * @throws a plain failure where the text to replace is not there exactly once: code that has changed since must not
 * make a mutation pass for one that a test caught.
 */
export function mutatedText(mutation) {
  const { file, find, replace } = mutation;
  const text = readFileSync(file, 'utf8');
  const parts = text.split(find);
  if (parts.length === 2 && find !== replace) return parts.join(replace);
  const what =
    find === replace ? 'it changes nothing' : `its text is there ${parts.length - 1} times, not once`;
  throw new PlainError(`Stale mutation, ${what}: ${describeMutation(mutation)}\n  ${find}`);
}
