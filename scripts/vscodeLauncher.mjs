#!/usr/bin/env node
// @ts-check
/**
 * Stands in for a desktop VS Code in @vscode/test-electron's runTests: takes the same arguments, runs the tests in
 * a VS Code server with its workbench in a headless Chromium, and exits with the run's exit code.
 *
 * Arguments: --extensionDevelopmentPath=…, --extensionTestsPath=…, --user-data-dir=… (its User/settings.json is
 * used), --extensions-dir=…, and a folder or .code-workspace file; all others are ignored.
 * Environment: FLOW_CONNECTIONS_VSCODE=floor|newest (newest by default), FLOW_CONNECTIONS_CACHE and CHROMIUM_PATH.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launchBrowser } from './lib/chromium.mjs';
import { PlainError, runMain } from './lib/command.mjs';
import { printHostConsole } from './lib/hostConsole.mjs';
import { startServer } from './lib/serverProcess.mjs';
import { temporaryFolder } from './lib/temporaryFolder.mjs';
import { vsCodeVersion } from './lib/vscodeServer.mjs';
import { answerMintKey, workbenchUrl } from './lib/workbenchPage.mjs';

/** Far more than any run takes; without it, a workbench that does not boot would hold up the build for ever. */
const MINUTES = 15;

/** @param {string} name */
function option(name) {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

async function main() {
  const version = vsCodeVersion(process.env.FLOW_CONNECTIONS_VSCODE ?? 'newest');
  const temporary = temporaryFolder('host');
  const userDataDir = option('user-data-dir') ?? join(temporary.path, 'user-data');
  const server = await startServer({
    version,
    userDataDir,
    serverDataDir: join(temporary.path, 'server'),
    extensionsDir: option('extensions-dir') ?? join(temporary.path, 'extensions'),
    // The older version needs no flag to run tests, and is closer to what people use without it.
    smokeTestDriver: version === 'newest',
  });
  const context = await launchBrowser(join(temporary.path, 'browser'));
  try {
    await answerMintKey(context);
    const page = await context.newPage();
    await page.exposeFunction('codeAutomationLog', printHostConsole);
    /** @type {Promise<number>} */
    const finished = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
    });
    const url = workbenchUrl({
      port: server.port,
      workspace: process.argv.slice(2).find((argument) => !argument.startsWith('-')),
      extensionDevelopmentPath: option('extensionDevelopmentPath'),
      extensionTestsPath: option('extensionTestsPath'),
    });
    await page.goto(url);
    return await Promise.race([
      finished,
      fails(server.ended),
      fails(page.waitForEvent('crash', { timeout: 0 }).then(() => 'The page with the workbench crashed.')),
      fails(setTimeout(MINUTES * 60_000, `The test run did not end within ${MINUTES} minutes.`)),
    ]);
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
