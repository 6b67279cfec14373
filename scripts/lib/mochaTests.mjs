// @ts-check
import { join } from 'node:path';
import { PlainError, runCommand } from './command.mjs';
import { readReport } from './counts.mjs';
import glob from './glob.cjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/**
 * Runs the tests of a folder of out/test in a mocha of their own process.
 * @param {string} folder
 * @param {string} what
 * @param {number} timeout
 * @param {string | undefined} grep
 * @param {Record<string, string>} [env]
 */
export async function runMocha(folder, what, timeout, grep, env = {}) {
  console.log(`\n${what}`);
  const files = glob.globSync(join('out', 'test', folder), '.test.js');
  // Without files mocha would look for some of its own accord.
  if (files.length === 0) throw new PlainError(`${what}: there is no test file in out/test/${folder}.`);
  const temporary = temporaryFolder('mocha');
  const report = join(temporary.path, 'report.json');
  // --exit, because a workbench that a failed test left open would keep the process alive.
  const args = [
    ...['--enable-source-maps', join('node_modules', 'mocha', 'bin', 'mocha.js'), '--no-config', '--exit'],
    ...['--forbid-only', '--timeout', String(timeout), '--reporter', './scripts/lib/countingReporter.cjs'],
    ...(grep === undefined ? [] : ['--grep', grep]),
  ];
  const { code } = await runCommand(process.execPath, [...args, ...files], {
    env: { ...env, FLOW_CONNECTIONS_REPORT: report },
  });
  const counts = readReport(report, { what, code, mayBeEmpty: grep !== undefined });
  temporary.remove();
  return [counts];
}
