// @ts-check
import { existsSync } from 'node:fs';
import { readJson } from './readJson.mjs';

/**
 * How many checks passed, how many of all were tests, and a line for each failure: what, and why.
 * @typedef {{ passed: number, tests: number, failures: readonly string[] }} Counts
 */

/**
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export function sum(parts) {
  const total = (/** @type {'passed' | 'tests'} */ key) => parts.reduce((so, part) => so + part[key], 0);
  return { passed: total('passed'), tests: total('tests'), failures: parts.flatMap((part) => part.failures) };
}

/**
 * Something that could not even be run, or ended badly.
 * @param {string} reason
 * @returns {Counts}
 */
export function failure(reason) {
  return { passed: 0, tests: 0, failures: [reason] };
}

/**
 * What a mocha run reported; a run that ended badly or without any test counts as a failure.
 * @param {string} file
 * @param {{ what: string, code: number, mayBeEmpty: boolean }} run
 * @returns {Counts}
 */
export function readReport(file, { what, code, mayBeEmpty }) {
  if (!existsSync(file)) return failure(`${what}: the run ended before it could report.`);
  const report = /** @type {{ passed: number, failures: readonly string[] }} */ (readJson(file));
  const { passed, failures } = report;
  const tests = passed + failures.length;
  if (failures.length === 0 && code !== 0) {
    return { passed, tests, failures: [`${what}: no test failed, but the run ended with code ${code}.`] };
  }
  if (tests === 0 && !mayBeEmpty) return failure(`${what}: there was no test to run.`);
  return { passed, tests, failures: failures.map((line) => `${what}: ${line}`) };
}
