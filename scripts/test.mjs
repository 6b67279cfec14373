// @ts-check
/**
 * Runs the tests: all of them, or one part. `measure` prints figures taken in VS Code, and is in no run of all.
 *
 *   node scripts/test.mjs [static|unit|form|host|workbench|measure] [--grep text] [--vscode floor|newest] [--prepared]
 *
 * `--prepared` takes what is installed and built as it is.
 * Environment: FLOW_CONNECTIONS_VSCODE=floor|newest (as --vscode; both by default, the newest first),
 * VSCODE_EXECUTABLE (a desktop VS Code for the host tests), CHROMIUM_PATH, FLOW_CONNECTIONS_CACHE.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureChromium } from './lib/chromium.mjs';
import { PlainError, runCommand, runMain, runNpm } from './lib/command.mjs';
import { failure, sum } from './lib/counts.mjs';
import { runHostTests } from './lib/hostTests.mjs';
import { runMocha } from './lib/mochaTests.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { runParts } from './lib/testParts.mjs';
import { ensureServer, VERSIONS, vsCodeVersion } from './lib/vscodeServer.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */
/** @typedef {import('./lib/vscodeServer.mjs').VsCodeVersion} VsCodeVersion */

const root = fileURLToPath(new URL('..', import.meta.url));
const PARTS = ['static', 'unit', 'form', 'host', 'workbench', 'measure'];

async function main() {
  const started = performance.now();
  // Build tools and fixtures are found relative to the repository, wherever this is started from.
  process.chdir(root);
  const { part, grep, versions, isPrepared } = readArguments();
  /** @type {Counts[]} */
  const results = [];
  if (!isPrepared) results.push(...(await prepare(part, versions)));
  if (sum(results).failures.length === 0) {
    if (part === undefined) results.push(...(await runParts({ versions, grep })));
    else await attempt(results, () => runPart(part, versions, grep));
  }
  const total = sum(results);
  if (grep !== undefined && part !== 'static' && total.tests === 0) {
    results.push(failure(`No test matches ${grep}.`));
  }
  const { passed, failures } = sum(results);
  const { FLOW_CONNECTIONS_PART_REPORT: report } = process.env;
  if (report !== undefined) writeFileSync(report, JSON.stringify(sum(results)));
  // Again at the end, where they are seen when only the end of a long log is kept.
  for (const line of failures) console.error(`\nFailed: ${line}`);
  if (part === undefined) console.log(`\n${Math.round((performance.now() - started) / 1000)} s in all`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/**
 * When something is impossible it counts as one failure, and all else is still run.
 * @param {Counts[]} results
 * @param {() => Promise<Counts[]>} run
 */
async function attempt(results, run) {
  try {
    results.push(...(await run()));
  } catch (error) {
    if (!(error instanceof PlainError)) console.error(error);
    results.push(failure(error instanceof Error ? error.message : String(error)));
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string' }, vscode: { type: 'string' }, prepared: { type: 'boolean' } },
  });
  const [part] = positionals;
  if (positionals.length > 1 || (part !== undefined && !PARTS.includes(part))) {
    throw new PlainError(`The part to test is one of ${PARTS.join(', ')}, or none for all of them.`);
  }
  const version = values.vscode ?? process.env.FLOW_CONNECTIONS_VSCODE;
  /** @type {VsCodeVersion[]} */
  const versions = version ? [vsCodeVersion(version)] : ['newest', 'floor'];
  return { part, grep: values.grep, versions, isPrepared: values.prepared ?? false };
}

/**
 * Installs and builds what a part needs, ahead of the tests: no test's time limit has to cover a download.
 * @param {string | undefined} part
 * @param {readonly VsCodeVersion[]} versions
 */
async function prepare(part, versions) {
  /** @type {Counts[]} */
  const results = [];
  const needs = (/** @type {string[]} */ ...parts) => part === undefined || parts.includes(part);
  await attempt(results, async () => {
    await ensurePackages(root);
    if (needs('form', 'host', 'workbench', 'measure')) await ensureChromium();
    const isDesktop = Boolean(process.env.VSCODE_EXECUTABLE) && part !== undefined && part !== 'workbench';
    if (needs('host', 'workbench', 'measure') && !isDesktop) {
      for (const version of versions) await ensureServer(version);
    }
    return [];
  });
  // What is measured is what people get.
  if (part !== 'static') await attempt(results, () => build(part === 'measure' ? ['--production'] : []));
  return results;
}

/**
 * @param {string} part
 * @param {VsCodeVersion[]} versions
 * @param {string | undefined} grep
 * @returns {Promise<Counts[]>}
 */
async function runPart(part, versions, grep) {
  switch (part) {
    case 'static':
      return runStatic();
    case 'unit':
      return runMocha('unit', 'unit tests', 20_000, grep);
    case 'form':
      return runMocha('form', 'tests of the form as a page', 60_000, grep);
    case 'host':
    case 'measure':
      return runHostTests(root, { versions, grep, measures: part === 'measure' });
    default:
      return runWorkbench(versions, grep);
  }
}

async function runStatic() {
  const results = [];
  for (const script of ['check:format', 'lint', 'check:types']) {
    console.log(`\n${script}`);
    const { code } = await runNpm(['run', '--silent', script]);
    results.push(outcome(script, code));
  }
  return results;
}

/** @param {readonly string[]} options */
async function build(options) {
  console.log('\nbuild');
  // Bundles of an earlier build must not be tested in place of those that could not be built.
  for (const folder of ['dist', join('out', 'test')]) rmSync(folder, { recursive: true, force: true });
  const { code } = await runCommand(process.execPath, ['esbuild.js', '--tests', ...options]);
  return [outcome('build', code)];
}

/**
 * @param {readonly VsCodeVersion[]} versions
 * @param {string | undefined} grep
 */
async function runWorkbench(versions, grep) {
  const results = [];
  for (const version of versions) {
    const what = `workbench tests in VS Code ${VERSIONS[version].vscode}`;
    // The oldest runs those that are tagged; with a text to look for, all that have it.
    const wanted = grep ?? (version === 'floor' ? '@oldest' : undefined);
    const env = { FLOW_CONNECTIONS_VSCODE: version };
    results.push(...(await runMocha('workbench', what, 180_000, wanted, env)));
  }
  return results;
}

/**
 * @param {string} name
 * @param {number} code
 * @returns {Counts}
 */
function outcome(name, code) {
  console.log(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
  return code === 0 ? { passed: 1, tests: 0, failures: [] } : failure(`${name}: it ended with code ${code}.`);
}

await runMain(main);
