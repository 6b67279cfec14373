#!/usr/bin/env node
// @ts-check
/**
 * Stands in for a desktop VS Code in @vscode/test-electron's runTests: takes the same arguments, runs the tests in
 * a VS Code server with its workbench in a headless Chromium, and exits with the run's exit code. It runs several suites
 * in one start, each in a page load of its own: see hostTests.mjs.
 *
 * Arguments: --extensionDevelopmentPath=…, --extensionTestsPath=…, --user-data-dir=…, --extensions-dir=…; all others are
 * ignored.
 * Environment: FLOW_CONNECTIONS_RUNS (the suites), FLOW_CONNECTIONS_RUN (the file that says which one is to run),
 * FLOW_CONNECTIONS_VSCODE=floor|newest (newest by default), FLOW_CONNECTIONS_CACHE and CHROMIUM_PATH.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launchBrowser } from './lib/chromium.mjs';
import { PlainError, runMain } from './lib/command.mjs';
import { printHostConsole } from './lib/hostConsole.mjs';
import { readJson } from './lib/readJson.mjs';
import { startServer, writeSettings } from './lib/serverProcess.mjs';
import { temporaryFolder } from './lib/temporaryFolder.mjs';
import { vsCodeVersion } from './lib/vscodeServer.mjs';
import { answerMintKey, forgetStorage, minimize, workbenchUrl } from './lib/workbenchPage.mjs';

/** @typedef {import('./lib/hostTests.mjs').SuiteRun} SuiteRun */

/** Far more than any run takes; without it, a workbench that does not boot would hold up the build for ever. */
const MINUTES = 15;

/** @param {string} name */
function option(name) {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

async function main() {
  const { FLOW_CONNECTIONS_RUNS: runsFile = '', FLOW_CONNECTIONS_RUN: runFile = '' } = process.env;
  const runs = /** @type {SuiteRun[]} */ (readJson(runsFile));
  const version = vsCodeVersion(process.env.FLOW_CONNECTIONS_VSCODE ?? 'newest');
  const temporary = temporaryFolder('launcher');
  const userDataDir = option('user-data-dir') ?? join(temporary.path, 'user-data');
  const server = await startServer({
    version,
    userDataDir,
    serverDataDir: join(temporary.path, 'server'),
    extensionsDir: option('extensions-dir') ?? join(temporary.path, 'extensions'),
    // The older version needs no flag to run tests, and is closer to what people use without it.
    smokeTestDriver: version === 'newest',
  });
  const viewport = { width: 640, height: 400 };
  const context = await launchBrowser(join(temporary.path, 'browser'), { viewport });
  try {
    await answerMintKey(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await minimize(page);
    await page.exposeFunction('codeAutomationLog', printHostConsole);
    /** @type {(code: number) => void} */
    let finish = () => undefined;
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => finish(code));
    const broken = [
      fails(server.ended),
      fails(page.waitForEvent('crash', { timeout: 0 }).then(() => 'The page with the workbench crashed.')),
      fails(setTimeout(MINUTES * 60_000, `The test run did not end within ${MINUTES} minutes.`)),
    ];
    let worst = 0;
    for (const run of runs) {
      console.log(`\nhost: ${run.suite}`);
      await forgetStorage(page, server.port);
      writeSettings(userDataDir, run.settings);
      writeFileSync(runFile, JSON.stringify(run));
      /** @type {Promise<number>} */
      const finished = new Promise((resolve) => (finish = resolve));
      const { workspace } = run;
      await page.goto(
        workbenchUrl({
          port: server.port,
          ...(workspace !== undefined && { workspace }),
          extensionDevelopmentPath: option('extensionDevelopmentPath'),
          extensionTestsPath: option('extensionTestsPath'),
        }),
      );
      const code = await Promise.race([finished, ...broken]);
      // The exit code of this process is one for all suites.
      writeFileSync(run.codeFile, String(code));
      worst = Math.max(worst, code);
    }
    return worst;
  } finally {
    await context.close();
    await server.stop();
    temporary.remove();
  }
}

/**
 * @param {Promise<string>} sentence
 * @returns {Promise<never>}
 */
async function fails(sentence) {
  throw new PlainError(await sentence);
}

await runMain(main);
