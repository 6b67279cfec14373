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

/** How many parts run at once. Each is busy on about one core, and waits for its own other half between. */
const AT_ONCE = 2;

/**
 * Runs all parts, each in a process of its own, and prints at the end what each took. First what looks at the code alone
 * and takes seconds, then two parts at a time, the longest first, so that none is left alone at the end.
 * @param {{ versions: readonly VsCodeVersion[], grep?: string | undefined }} options
 * @returns {Promise<Counts[]>}
 */
export async function runParts({ versions, grep }) {
  /** @type {Counts[]} */
  const results = [];
  /** @type {string[]} */
  const times = [];
  const run = async (/** @type {Part} */ part) => {
    const { counts, output, seconds } = await runPart(part, grep);
    console.log(output.trimEnd());
    results.push(counts);
    times.push(`${String(seconds).padStart(5)} s  ${nameOf(part)}`);
  };
  await run({ part: 'static' });
  /** @type {Part[]} */
  const parts = [
    ...versions.flatMap((version) => [
      { part: 'workbench', version },
      { part: 'host', version },
    ]),
    { part: 'form' },
    { part: 'unit' },
  ];
  const queue = parts.values();
  const runQueue = async () => {
    for (const part of queue) await run(part);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runQueue));
  console.log(`\nWhat each part took, ${AT_ONCE} at once:\n${times.join('\n')}`);
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
