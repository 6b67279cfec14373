// @ts-check
import { existsSync } from 'node:fs';
import { readJson } from './readJson.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {Counts[]} parts */
export function sum(parts) {
  const passed = parts.reduce((total, part) => total + part.passed, 0);
  const failed = parts.reduce((total, part) => total + part.failed, 0);
  return { passed, failed };
}

/**
 * What a mocha run reported; a run that ended badly or without any test counts as a failure.
 * @param {string} file
 * @param {{ what: string, code: number, mayBeEmpty: boolean }} run
 * @returns {Counts}
 */
export function readReport(file, { what, code, mayBeEmpty }) {
  if (!existsSync(file)) {
    console.error(`${what}: the run ended before it could report.`);
    return { passed: 0, failed: 1 };
  }
  const counts = /** @type {Counts} */ (readJson(file));
  if (counts.failed === 0 && code !== 0) {
    console.error(`${what}: no test failed, but the run ended with code ${code}.`);
    return { ...counts, failed: 1 };
  }
  if (counts.passed + counts.failed === 0 && !mayBeEmpty) {
    console.error(`${what}: there was no test to run.`);
    return { passed: 0, failed: 1 };
  }
  return counts;
}
