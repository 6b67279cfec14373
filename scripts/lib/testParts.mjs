// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runCommand } from './command.mjs';
import { failure } from './counts.mjs';
import { readJson } from './readJson.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./vscodeServer.mjs').VsCodeVersion} VsCodeVersion */

/** One part of the tests, in one VS Code where it needs one. @typedef {{ part: string, version?: VsCodeVersion }} Part */

/**
 * Runs all parts, each in a process of its own, and prints at the end what each took. Two at a time only where each is
 * busy on one core: two VS Codes at once were quicker, but one run of three failed.
 * @param {{ versions: readonly VsCodeVersion[], grep?: string | undefined }} options
 * @returns {Promise<Counts[]>}
 */
export async function runParts({ versions, grep }) {
  /** @type {Part[][]} */
  const turns = [
    [{ part: 'static' }],
    [{ part: 'unit' }, { part: 'form' }],
    ...['host', 'workbench'].flatMap((part) => versions.map((version) => [{ part, version }])),
  ];
  /** @type {Counts[]} */
  const results = [];
  /** @type {string[]} */
  const times = [];
  for (const parts of turns) {
    const done = await Promise.all(parts.map(async (part) => ({ part, ...(await runPart(part, grep)) })));
    for (const { part, counts, output, seconds } of done) {
      console.log(output.trimEnd());
      results.push(counts);
      times.push(`${String(seconds).padStart(5)} s  ${nameOf(part)}`);
    }
  }
  console.log(`\nWhat each part took:\n${times.join('\n')}`);
  return results;
}

/**
 * Runs one part in a process of its own, on what is installed and built.
 * @param {Part} part
 * @param {string | undefined} grep
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ counts: Counts, output: string, seconds: number }>}
 */
export async function runPart(part, grep, env = {}) {
  const temporary = temporaryFolder('part');
  const report = join(temporary.path, 'report.json');
  const started = performance.now();
  const { output } = await runCommand(
    process.execPath,
    [
      ...[join('scripts', 'test.mjs'), part.part, '--prepared'],
      ...(part.version === undefined ? [] : ['--vscode', part.version]),
      ...(grep === undefined ? [] : ['--grep', grep]),
    ],
    { capture: true, env: { ...env, FLOW_CONNECTIONS_PART_REPORT: report } },
  );
  const counts = existsSync(report)
    ? /** @type {Counts} */ (readJson(report))
    : failure(`${nameOf(part)}: it ended before it could report.`);
  temporary.remove();
  // With --grep it is no surprise that a part has no test of that name.
  const failures = counts.failures.filter(
    (line) => grep === undefined || !line.startsWith('No test matches'),
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  return { counts: { ...counts, failures }, output, seconds };
}

/** @param {Part} part */
export function nameOf({ part, version }) {
  return version === undefined ? part : `${part} (${version})`;
}
