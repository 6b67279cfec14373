// @ts-check
/**
 * Loaded before the tests of a mutation of a file that they read as they run: they read it with the fault in it, while
 * the file stays as it is. FLOW_CONNECTIONS_MUTATION holds the mutation.
 */
import fs from 'node:fs';
import { resolve } from 'node:path';
import { mutatedText } from './mutation.mjs';

const given = /** @type {unknown} */ (JSON.parse(process.env.FLOW_CONNECTIONS_MUTATION ?? ''));
const mutation = /** @type {import('./mutation.mjs').Mutation} */ (given);
const text = mutatedText(mutation);
const path = resolve(mutation.file);
const readFileSync = fs.readFileSync;

/**
 * @param {readonly unknown[]} args
 * @returns {unknown}
 */
function readMutated(...args) {
  const isMutated = typeof args[0] === 'string' && resolve(args[0]) === path;
  return isMutated ? text : Reflect.apply(readFileSync, fs, args);
}

fs.readFileSync = /** @type {typeof fs.readFileSync} */ (readMutated);
