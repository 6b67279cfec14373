// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitOnSignals, PlainError } from './command.mjs';
import { removeLast } from './temporaryFolder.mjs';
import { ensureServer, fewBuiltIns, VERSIONS } from './vscodeServer.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {import('./vscodeServer.mjs').VsCodeVersion} version
 * @property {string} userDataDir
 * @property {string} serverDataDir
 * @property {string} extensionsDir
 * @property {boolean} [hasAllBuiltIns] all of VS Code's own extensions, not just those that tests touch
 * @property {boolean} [smokeTestDriver] for host tests only: it refuses dialogs and hides toasts
 * @property {Record<string, string | undefined>} [env]
 * @property {number} [port] any free one by default
 */

/** @typedef {{ port: number, ended: Promise<string>, stop: () => Promise<void> }} RunningServer */

/**
 * Starts a VS Code server and waits until it listens; it ends with this process at the latest.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>} `ended` resolves to one sentence when the server is gone
 */
export async function startServer(options) {
  const { node, folder } = await ensureServer(options.version);
  mkdirSync(options.extensionsDir, { recursive: true });
  const builtIns = options.hasAllBuiltIns
    ? []
    : ['--builtin-extensions-dir', await fewBuiltIns(options.version)];
  const child = spawn(
    node,
    [join(folder, 'out', 'server-main.js'), ...serverArguments(options), ...builtIns],
    {
      env: serverEnvironment(options.env ?? {}),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that its extension hosts can be ended with it.
      detached: process.platform !== 'win32',
    },
  );
  const end = () => endTree(child.pid);
  process.once('exit', end);
  removeLast();
  exitOnSignals();

  let output = '';
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    const name = `The VS Code ${VERSIONS[options.version].vscode} server`;
    child.once('error', (error) => resolve(`${name} could not be started: ${error.message}`));
    child.once('close', (code) => resolve(`${name} ended with code ${code ?? 'none'}:\n${output.trim()}`));
  });
  /** @type {Promise<number>} */
  const listening = new Promise((resolve) => {
    const read = (/** @type {Buffer} */ chunk) => {
      // Only the end is worth keeping for a failure message.
      output = (output + chunk.toString()).slice(-4000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });

  const port = await Promise.race([listening, ended]);
  if (typeof port === 'string') throw new PlainError(port);
  const stop = async () => {
    end();
    process.off('exit', end);
    await ended;
  };
  return { port, ended, stop };
}

/** @param {ServerOptions} options */
function serverArguments({ userDataDir, serverDataDir, extensionsDir, smokeTestDriver = false, port = 0 }) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...['--user-data-dir', userDataDir, '--server-data-dir', serverDataDir],
    ...['--extensions-dir', extensionsDir],
    ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * When started from a terminal of VS Code, its variables would lead this server to that window.
 * @param {Record<string, string | undefined>} extra
 */
function serverEnvironment(extra) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('VSCODE_') && name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS',
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/** @param {number | undefined} pid */
function endTree(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Already gone.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** What every run wants: no prompts, no downloads, and saving as a desktop VS Code does. */
const BASE_SETTINGS = {
  'security.workspace.trust.enabled': false,
  // A browser's default is afterDelay.
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
};

/** For tests: what moves is drawn again and again, with no graphics card to do it. */
export const QUICK_SETTINGS = {
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'extensions.ignoreRecommendations': true,
};

/**
 * Writes the user's settings.json, to be done before the start.
 * @param {string} userDataDir
 * @param {Record<string, unknown>} [settings]
 */
export function writeSettings(userDataDir, settings = {}) {
  const folder = join(userDataDir, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...BASE_SETTINGS, ...settings }, null, 2));
}
