// @ts-check
/**
 * Builds the extension and opens it on a folder: `npm start [folder]`; without a folder, on a copy of the sample.
 * In the desktop VS Code when `code` is on the PATH (unless FLOW_CONNECTIONS_BROWSER=1), else in a VS Code server for
 * the browser.
 */
import { cpSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError, runCommand, runMain } from './lib/command.mjs';
import { installExtension } from './lib/extensionFiles.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { startServer, writeSettings } from './lib/serverProcess.mjs';
import { temporaryFolder } from './lib/temporaryFolder.mjs';
import { workbenchUrl } from './lib/workbenchPage.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = 8100;

async function main() {
  const [given] = process.argv.slice(2);
  if (given !== undefined && !existsSync(given)) throw new PlainError(`There is no folder ${given}.`);
  const temporary = temporaryFolder('start');
  const folder = given === undefined ? copySample(temporary.path) : resolve(given);
  process.chdir(root);
  await ensurePackages(root);
  const { code } = await runCommand(process.execPath, ['esbuild.js']);
  if (code !== 0) throw new PlainError('The extension could not be built.');
  return desktopCode() ? openDesktop(folder) : serveBrowser(folder, temporary.path);
}

/**
 * The sample is edited in a copy, so that the repository stays as it is.
 * @param {string} target
 */
function copySample(target) {
  const copy = join(target, 'sample');
  cpSync(join(root, 'media', 'sample'), copy, { recursive: true });
  return copy;
}

function desktopCode() {
  if (process.env.FLOW_CONNECTIONS_BROWSER) return false;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** @param {string} folder */
async function openDesktop(folder) {
  console.log('Opening VS Code; this ends when its window is closed.');
  const shell = process.platform === 'win32';
  // A shell would split a path at its spaces.
  const quoted = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  const args = ['--new-window', '--wait', quoted(`--extensionDevelopmentPath=${root}`), quoted(folder)];
  const { code } = await runCommand('code', args, { shell });
  return code;
}

/**
 * The extension is installed rather than given as one under development, where the newest VS Code would need a mode
 * that refuses dialogs.
 * @param {string} folder
 * @param {string} home
 * @returns {Promise<never>}
 */
async function serveBrowser(folder, home) {
  const userDataDir = join(home, 'user-data');
  const extensionsDir = join(home, 'extensions');
  await installExtension(root, extensionsDir);
  writeSettings(userDataDir);
  const server = await startServer({
    version: 'newest',
    userDataDir,
    serverDataDir: join(home, 'server'),
    extensionsDir,
    hasAllBuiltIns: true,
    port: (await isFree(PORT)) ? PORT : 0,
  });
  console.log(`Open ${workbenchUrl({ port: server.port, workspace: folder })}`);
  console.log('Secrets are kept in memory only here: they are gone when the page is reloaded.');
  console.log('Ctrl-C ends it.');
  throw new PlainError(await server.ended);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

await runMain(main);
