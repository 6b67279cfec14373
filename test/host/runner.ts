import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import type { SuiteRun } from '../../scripts/lib/hostTests.mjs';
import { resetHooks } from './reset';

/** Runs one suite's tests inside the extension host; scripts/lib/hostTests.mjs says which in a file. */
export async function run(): Promise<void> {
  const file = process.env.FLOW_CONNECTIONS_RUN;
  if (file === undefined) throw new Error('FLOW_CONNECTIONS_RUN must name a file.');
  const { suite, report, grep, pace } = JSON.parse(readFileSync(file, 'utf8')) as SuiteRun;
  // The reporter reads the one, the bundle of each test the other.
  process.env.FLOW_CONNECTIONS_REPORT = report;
  process.env.FLOW_CONNECTIONS_PACE = String(pace);
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    forbidOnly: true,
    timeout: 60_000,
    rootHooks: resetHooks(),
    reporter: join(__dirname, '..', '..', '..', 'scripts', 'lib', 'countingReporter.cjs'),
    ...(grep === undefined ? {} : { grep }),
  });
  const folder = join(__dirname, suite);
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.js'),
  );
  for (const name of tests.sort()) mocha.addFile(join(folder, name));
  const failures = await new Promise<number>((resolve) => void mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
