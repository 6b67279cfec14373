// @ts-check
import { existsSync } from 'node:fs';
import { readJson } from './readJson.mjs';

/** @typedef {{ passed: number, failures: readonly string[] }} Counts one line for each failure: what, and why */

/**
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export function sum(parts) {
  const passed = parts.reduce((total, part) => total + part.passed, 0);
  return { passed, failures: parts.flatMap((part) => part.failures) };
}

/**
 * Something that could not even be run, or ended badly.
 * @param {string} reason
 * @returns {Counts}
 */
export function failure(reason) {
  return { passed: 0, failures: [reason] };
}

/**
 * What a mocha run reported; a run that ended badly or without any test counts as a failure.
 * @param {string} file
 * @param {{ what: string, code: number, mayBeEmpty: boolean }} run
 * @returns {Counts}
 */
export function readReport(file, { what, code, mayBeEmpty }) {
  if (!existsSync(file)) return failure(`${what}: the run ended before it could report.`);
  const { passed, failures } = /** @type {Counts} */ (readJson(file));
  if (failures.length === 0 && code !== 0) {
    return { passed, failures: [`${what}: no test failed, but the run ended with code ${code}.`] };
  }
  if (passed + failures.length === 0 && !mayBeEmpty) return failure(`${what}: there was no test to run.`);
  return { passed, failures: failures.map((line) => `${what}: ${line}`) };
}
