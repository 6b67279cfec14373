// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './command.mjs';
import { readReport } from './counts.mjs';
import { readJson } from './readJson.mjs';
import { writeSettings } from './serverProcess.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { VERSIONS } from './vscodeServer.mjs';

/** @typedef {import('./vscodeServer.mjs').VsCodeVersion} VsCodeVersion */
/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * What a suite's suite.json says.
 * @typedef {object} Suite
 * @property {string} [workspace] relative to test/fixtures: a folder or a .code-workspace file; none opens an empty
 * window
 * @property {Record<string, unknown>} [settings] the user's settings
 * @property {boolean} [measures] prints figures and is no test: run only when it is asked for
 */

/**
 * Local History copies a file that was saved; when a test makes that file shorter meanwhile, Node's copy never ends, and
 * VS Code neither reads nor writes the file any more.
 */
const HOST_SETTINGS = { 'workbench.localHistory.enabled': false };

/**
 * Runs every suite below test/host in every version, or once in the desktop VS Code that VSCODE_EXECUTABLE names.
 * @param {string} root the repository
 * @param {{ versions: readonly VsCodeVersion[], grep?: string | undefined, measures?: boolean }} options
 * @returns {Promise<Counts[]>} one for each run
 */
export async function runHostTests(root, { versions, grep, measures = false }) {
  const folder = join(root, 'test', 'host');
  const suites = readdirSync(folder).filter((name) => isSuite(join(folder, name, 'suite.json'), measures));
  const desktop = process.env.VSCODE_EXECUTABLE;
  /** @type {Counts[]} */
  const results = [];
  for (const version of desktop ? /** @type {const} */ (['desktop']) : versions) {
    for (const suite of suites) {
      const what = `host: ${suite} in VS Code ${version === 'desktop' ? desktop : VERSIONS[version].vscode}`;
      console.log(`\n${what}`);
      results.push(await runSuite(root, { what, suite, version, grep }));
    }
  }
  if (results.length === 0) throw new PlainError('There is no suite.json below test/host.');
  return results;
}

/**
 * @param {string} file
 * @param {boolean} measures
 */
function isSuite(file, measures) {
  return existsSync(file) && Boolean(/** @type {Suite} */ (readJson(file)).measures) === measures;
}

/**
 * @param {string} root
 * @param {{ what: string, suite: string, version: VsCodeVersion | 'desktop', grep: string | undefined }} run
 * @returns {Promise<Counts>}
 */
async function runSuite(root, { what, suite, version, grep }) {
  const { workspace, settings = {} } = /** @type {Suite} */ (
    readJson(join(root, 'test', 'host', suite, 'suite.json'))
  );
  if (version === 'desktop' && settings['security.workspace.trust.enabled'] === true) {
    console.log('Not run: test-electron turns workspace trust off in a desktop VS Code.');
    return { passed: 0, failures: [] };
  }
  const temporary = temporaryFolder('suite');
  try {
    const report = join(temporary.path, 'report.json');
    const userDataDir = join(temporary.path, 'user-data');
    writeSettings(userDataDir, { ...HOST_SETTINGS, ...settings });
    const { runTests } = await import('@vscode/test-electron');
    const code = await runTests({
      vscodeExecutablePath: executable(root, version),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'host', 'runner'),
      launchArgs: [
        ...(workspace === undefined ? [] : [copyWorkspace(root, workspace, temporary.path)]),
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${join(temporary.path, 'extensions')}`,
      ],
      extensionTestsEnv: {
        FLOW_CONNECTIONS_SUITE: suite,
        FLOW_CONNECTIONS_REPORT: report,
        FLOW_CONNECTIONS_GREP: grep,
        FLOW_CONNECTIONS_VSCODE: version === 'desktop' ? undefined : version,
      },
    }).catch((/** @type {unknown} */ error) => {
      console.error(String(error));
      return 1;
    });
    // With --grep it is no surprise that a suite has no test of that name.
    return readReport(report, { what, code, mayBeEmpty: grep !== undefined });
  } finally {
    temporary.remove();
  }
}

/**
 * @param {string} root
 * @param {VsCodeVersion | 'desktop'} version
 */
function executable(root, version) {
  const { VSCODE_EXECUTABLE } = process.env;
  if (version === 'desktop' && VSCODE_EXECUTABLE) return VSCODE_EXECUTABLE;
  return join(root, 'scripts', process.platform === 'win32' ? 'vscodeLauncher.cmd' : 'vscodeLauncher.mjs');
}

/**
 * Copies the fixture that a workspace belongs to, so that tests may write to it.
 * @param {string} root
 * @param {string} workspace
 * @param {string} target
 */
function copyWorkspace(root, workspace, target) {
  const [fixture = workspace] = workspace.split('/');
  const copy = join(target, 'workspace');
  mkdirSync(copy);
  cpSync(join(root, 'test', 'fixtures', fixture), join(copy, fixture), { recursive: true });
  return join(copy, workspace);
}
