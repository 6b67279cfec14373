import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Runs one suite's tests inside the extension host; scripts/lib/hostTests.mjs names it by environment variables. */
export async function run(): Promise<void> {
  const suite = process.env.FLOW_CONNECTIONS_SUITE;
  const grep = process.env.FLOW_CONNECTIONS_GREP;
  if (suite === undefined) throw new Error('FLOW_CONNECTIONS_SUITE must be set.');
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    forbidOnly: true,
    timeout: 60_000,
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
