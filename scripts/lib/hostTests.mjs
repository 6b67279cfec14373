// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from './command.mjs';
import { readReport } from './counts.mjs';
import { readJson } from './readJson.mjs';
import { QUICK_SETTINGS, writeSettings } from './serverProcess.mjs';
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
 * @property {boolean} [oldest] the oldest VS Code runs it too: what it shows is VS Code's part as much as ours
 * @property {number} [pace] how many times as quickly time passes for what waits until the disk is at rest or nobody
 * types; 8 where it is not said
 * @property {boolean} [measures] prints figures and is no test: run only when it is asked for
 */

/**
 * A suite that is about to run: what the launcher opens, and what the runner inside VS Code is told.
 * @typedef {object} SuiteRun
 * @property {string} suite
 * @property {string} report the file that its counts go to
 * @property {string} codeFile the file that the launcher writes its exit code to
 * @property {string} [grep]
 * @property {string} [workspace] a path
 * @property {number} pace
 * @property {Record<string, unknown>} settings
 */

const HOST_SETTINGS = {
  ...QUICK_SETTINGS,
  // Local History copies a file that was saved; when a test makes that file shorter meanwhile, Node's copy never ends,
  // and VS Code neither reads nor writes the file any more.
  'workbench.localHistory.enabled': false,
  // Git asks for its decorations a while later, and fails where a test has deleted the repository meanwhile.
  'git.decorations.enabled': false,
  // Nobody sees what is in and around an editor, and to lay it out costs more than what is tested.
  'workbench.editor.showTabs': 'none',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.matchBrackets': 'never',
  'editor.bracketPairColorization.enabled': false,
  'editor.guides.indentation': false,
  'editor.links': false,
};

/**
 * Runs the suites below test/host, in the oldest version those that are meant for it (with a text to look for, all), each
 * on a fresh folder: all in one start of the VS Code server, or each in a start of the desktop VS Code that
 * VSCODE_EXECUTABLE names.
 * @param {string} root the repository
 * @param {{ versions: readonly VsCodeVersion[], grep?: string | undefined, measures?: boolean }} options
 * @returns {Promise<Counts[]>} one for each suite and version
 */
export async function runHostTests(root, { versions, grep, measures = false }) {
  const desktop = process.env.VSCODE_EXECUTABLE;
  /** @type {Counts[]} */
  const results = [];
  for (const version of desktop ? /** @type {const} */ (['desktop']) : versions) {
    const temporary = temporaryFolder('host');
    try {
      const runs = suitesOf(root, { measures, isOldest: version === 'floor' && grep === undefined }).map(
        (suite) => prepare(root, suite, temporary.path, grep),
      );
      const vscode = version === 'desktop' ? (desktop ?? '') : VERSIONS[version].vscode;
      console.log(`\nhost tests in VS Code ${vscode}: ${runs.map(({ suite }) => suite).join(', ')}`);
      const starts = version === 'desktop' ? runs.map((run) => [run]) : [runs];
      for (const [i, start] of starts.entries()) {
        const code = await runInVsCode(root, start, version, join(temporary.path, String(i)));
        for (const { suite, report, codeFile } of start) {
          const what = `host: ${suite} in VS Code ${vscode}`;
          // With --grep it is no surprise that a suite has no test of that name.
          results.push(
            readReport(report, {
              what,
              code: existsSync(codeFile) ? Number(readFileSync(codeFile, 'utf8')) : code,
              mayBeEmpty: grep !== undefined,
            }),
          );
        }
      }
    } finally {
      temporary.remove();
    }
  }
  return results;
}

/**
 * @param {string} root
 * @param {{ measures: boolean, isOldest: boolean }} which
 */
function suitesOf(root, { measures, isOldest }) {
  const folder = join(root, 'test', 'host');
  const isWanted = (/** @type {string} */ name) => {
    const file = join(folder, name, 'suite.json');
    if (!existsSync(file)) return false;
    const suite = /** @type {Suite} */ (readJson(file));
    return Boolean(suite.measures) === measures && (measures || !isOldest || Boolean(suite.oldest));
  };
  const suites = readdirSync(folder).filter(isWanted);
  if (suites.length === 0) throw new PlainError('There is no suite.json below test/host.');
  return suites;
}

/**
 * Copies the fixture that a suite's workspace belongs to, so that tests may write to it.
 * @param {string} root
 * @param {string} suite
 * @param {string} folder
 * @param {string | undefined} grep
 * @returns {SuiteRun}
 */
function prepare(root, suite, folder, grep) {
  const {
    workspace,
    settings = {},
    pace = 8,
  } = /** @type {Suite} */ (readJson(join(root, 'test', 'host', suite, 'suite.json')));
  const copy = join(folder, suite);
  mkdirSync(copy);
  if (workspace !== undefined) {
    // The folder that is opened, or that the .code-workspace file lies in.
    const fixture = workspace.endsWith('.code-workspace') ? dirname(workspace) : workspace;
    cpSync(join(root, 'test', 'fixtures', fixture), join(copy, fixture), { recursive: true });
  }
  return {
    suite,
    report: join(copy, 'report.json'),
    codeFile: join(copy, 'code'),
    pace,
    settings: { ...HOST_SETTINGS, ...settings },
    ...(grep !== undefined && { grep }),
    ...(workspace !== undefined && { workspace: join(copy, workspace) }),
  };
}

/**
 * One start of VS Code. The runner inside it reads from a file which suite it is to run; the launcher of the VS Code
 * server gets them all, and writes that file before each.
 * @param {string} root
 * @param {readonly SuiteRun[]} runs
 * @param {VsCodeVersion | 'desktop'} version
 * @param {string} folder
 * @returns {Promise<number>} the exit code
 */
async function runInVsCode(root, runs, version, folder) {
  const [first] = runs;
  if (!first) return 0;
  mkdirSync(folder);
  const userDataDir = join(folder, 'user-data');
  const runFile = join(folder, 'run.json');
  const runsFile = join(folder, 'runs.json');
  writeFileSync(runFile, JSON.stringify(first));
  writeFileSync(runsFile, JSON.stringify(runs));
  writeSettings(userDataDir, first.settings);
  const { runTests } = await import('@vscode/test-electron');
  return runTests({
    vscodeExecutablePath: executable(root, version),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'host', 'runner'),
    launchArgs: [
      ...(first.workspace === undefined ? [] : [first.workspace]),
      `--user-data-dir=${userDataDir}`,
      `--extensions-dir=${join(folder, 'extensions')}`,
    ],
    extensionTestsEnv: {
      FLOW_CONNECTIONS_RUN: runFile,
      FLOW_CONNECTIONS_RUNS: runsFile,
      FLOW_CONNECTIONS_VSCODE: version === 'desktop' ? undefined : version,
    },
  }).catch((/** @type {unknown} */ error) => {
    console.error(String(error));
    return 1;
  });
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
