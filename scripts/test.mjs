// @ts-check
/**
 * Runs the tests: all of them, or one part. `measure` prints figures taken in VS Code, and is in no run of all.
 *
 *   node scripts/test.mjs [static|unit|form|host|ui|measure] [--grep text] [--vscode floor|newest]
 *
 * Environment: FLOW_CONNECTIONS_VSCODE=floor|newest (as --vscode; both by default, the newest first),
 * VSCODE_EXECUTABLE (a desktop VS Code for the host tests), CHROMIUM_PATH, FLOW_CONNECTIONS_CACHE.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureChromium } from './lib/chromium.mjs';
import { PlainError, runCommand, runMain, runNpm } from './lib/command.mjs';
import { failure, sum } from './lib/counts.mjs';
import { runHostTests } from './lib/hostTests.mjs';
import { runMocha } from './lib/mochaTests.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { ensureServer, VERSIONS, vsCodeVersion } from './lib/vscodeServer.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */
/** @typedef {import('./lib/vscodeServer.mjs').VsCodeVersion} VsCodeVersion */

const root = fileURLToPath(new URL('..', import.meta.url));
const PARTS = ['static', 'unit', 'form', 'host', 'ui', 'measure'];

async function main() {
  // Build tools and fixtures are found relative to the repository, wherever this is started from.
  process.chdir(root);
  const { part, grep, versions } = readArguments();
  const wanted = (/** @type {string} */ name) => part === undefined || part === name;
  /** @type {Counts[]} */
  const checks = [];
  /** @type {Counts[]} */
  const tests = [];
  await add(checks, async () => {
    await ensurePackages(root);
    return [];
  });
  if (wanted('static')) await add(checks, runStatic);
  // What is measured is what people get.
  const options = part === 'measure' ? ['--production'] : [];
  if (part !== 'static') await add(checks, () => build(options));
  if (wanted('unit')) await add(tests, () => runMocha('unit', 'unit tests', 20_000, grep));
  if (wanted('form')) {
    await add(tests, async () => {
      await ensureChromium();
      return runMocha('form', 'tests of the form as a page', 20_000, grep);
    });
  }
  if (wanted('host')) await add(tests, () => runHost(versions, grep, false));
  if (part === 'measure') {
    await add(tests, () => runHost(versions, grep, true));
    for (const version of versions) await add(tests, () => runUi(version, grep ?? 'Activation'));
  }
  if (wanted('ui')) for (const version of versions) await add(tests, () => runUi(version, grep));
  const found = sum(tests);
  if (grep !== undefined && found.passed + found.failures.length === 0) {
    tests.push(failure(`No test matches ${grep}.`));
  }
  const { passed, failures } = sum([...checks, ...tests]);
  // Again at the end, where they are seen when only the end of a long log is kept.
  for (const line of failures) console.error(`\nFailed: ${line}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/**
 * Runs a part; when that is impossible it counts as one failure, and later parts are still run.
 * @param {Counts[]} results
 * @param {() => Promise<Counts[]>} run
 */
async function add(results, run) {
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
    options: { grep: { type: 'string' }, vscode: { type: 'string' } },
  });
  const [part] = positionals;
  if (positionals.length > 1 || (part !== undefined && !PARTS.includes(part))) {
    throw new PlainError(`The part to test is one of ${PARTS.join(', ')}, or none for all of them.`);
  }
  const version = values.vscode ?? process.env.FLOW_CONNECTIONS_VSCODE;
  /** @type {VsCodeVersion[]} */
  const versions = version ? [vsCodeVersion(version)] : ['newest', 'floor'];
  return { part, grep: values.grep, versions };
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
 * @param {VsCodeVersion[]} versions
 * @param {string | undefined} grep
 * @param {boolean} measures
 */
async function runHost(versions, grep, measures) {
  if (!process.env.VSCODE_EXECUTABLE) for (const version of versions) await install(version);
  return runHostTests(root, { versions, grep, measures });
}

/**
 * @param {VsCodeVersion} version
 * @param {string | undefined} grep
 */
async function runUi(version, grep) {
  await install(version);
  const what = `ui tests in VS Code ${VERSIONS[version].vscode}`;
  return runMocha('ui', what, 180_000, grep, { FLOW_CONNECTIONS_VSCODE: version });
}

/**
 * Ahead of the tests, so that no test's time limit has to cover a download.
 * @param {VsCodeVersion} version
 */
async function install(version) {
  await ensureServer(version);
  await ensureChromium();
}

/**
 * @param {string} name
 * @param {number} code
 * @returns {Counts}
 */
function outcome(name, code) {
  console.log(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
  return code === 0 ? { passed: 1, failures: [] } : failure(`${name}: it ended with code ${code}.`);
}

await runMain(main);
