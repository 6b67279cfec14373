// @ts-check
import { readFileSync } from 'node:fs';

/**
 * The content of a JSON file; the caller says by a cast what it expects.
 * @param {string} file
 * @returns {unknown}
 */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
