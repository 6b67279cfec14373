import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Runs one suite's tests inside the extension host; scripts/lib/hostTests.mjs names it by environment variables. */
export async function run(): Promise<void> {
  const suite = process.env.FLOW_CONNECTIONS_SUITE;
  const report = process.env.FLOW_CONNECTIONS_REPORT;
  const grep = process.env.FLOW_CONNECTIONS_GREP;
  if (suite === undefined || report === undefined) {
    throw new Error('FLOW_CONNECTIONS_SUITE and FLOW_CONNECTIONS_REPORT must be set.');
  }
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    forbidOnly: true,
    timeout: 60_000,
    ...(grep === undefined ? {} : { grep }),
  });
  const folder = join(__dirname, suite);
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.js'),
  );
  for (const name of tests.sort()) mocha.addFile(join(folder, name));
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      writeFileSync(report, JSON.stringify({ passed: passes, failed: failures }));
    });
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
