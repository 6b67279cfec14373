// @ts-check
/**
 * Runs the tests that have to do with time again and again on a machine that is busy: a loop keeps one core busy, the
 * form runs in a browser six times slower, and what tries random input tries all of it. Prints how often each part
 * passed; any failure is one too many.
 *
 *   npm run soak                      unit once, form and workbench 10 times, host 5, each twice in the oldest VS Code
 *   npm run soak -- form=3 host=1     so often each, in the newest alone; parts that are not named are not run
 *   npm run soak -- host@floor=2      in the oldest
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './lib/chromium.mjs';
import { PlainError, runCommand, runMain } from './lib/command.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { nameOf, runPart } from './lib/testParts.mjs';
import { ensureServer, vsCodeVersion } from './lib/vscodeServer.mjs';

const ALL = ['unit=1', 'form=10', 'workbench=10', 'host=5', 'workbench@floor=2', 'host@floor=2'];
const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} text such as `host@floor=2` */
function toRound(text) {
  const [, part = '', version = 'newest', times = ''] =
    /^(unit|form|workbench|host)(?:@(\w+))?=(\d+)$/.exec(text) ?? [];
  if (part === '') throw new PlainError(`“${text}” is not like form=3, workbench=3 or host@floor=3.`);
  const ofVersion = part === 'form' || part === 'unit' ? {} : { version: vsCodeVersion(version) };
  return { part: { part, ...ofVersion }, times: Number(times) };
}

await runMain(async () => {
  process.chdir(root);
  const rounds = (process.argv.length > 2 ? process.argv.slice(2) : ALL).map(toRound);
  await ensurePackages(root);
  await ensureChromium();
  for (const { part } of rounds) if (part.version) await ensureServer(part.version);
  const { code } = await runCommand(process.execPath, ['esbuild.js', '--tests']);
  if (code !== 0) throw new PlainError('The build failed.');
  const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  process.once('exit', () => busy.kill());
  console.log(`One of ${availableParallelism()} cores is kept busy.`);
  let failed = 0;
  for (const { part, times } of rounds) {
    for (let round = 1; round <= times; round++) {
      const { counts, output, seconds } = await runPart(part, undefined, { FLOW_CONNECTIONS_SOAK: '1' });
      const { passed, failures } = counts;
      console.log(
        `${nameOf(part)} ${round}/${times}: ${passed} passed, ${failures.length} failed, ${seconds} s`,
      );
      if (failures.length === 0) continue;
      failed += failures.length;
      console.log(output);
    }
  }
  console.log(failed === 0 ? '\nNo failure.' : `\n${failed} failures.`);
  return failed === 0 ? 0 : 1;
});
