// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError, runCommand } from './command.mjs';
import { removeLast } from './temporaryFolder.mjs';

const FLAGS = [
  // A page is gone before optimized code has paid for itself.
  '--js-flags=--no-opt',
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/**
 * A Chromium to run VS Code's workbench in: one that is there already, else one that can be installed.
 * @returns {Promise<string>} its executable
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new PlainError(`CHROMIUM_PATH names ${named}, where there is no file.`);
  }
  return installedBrowser() ?? (await playwrightChromium()) ?? (await debianChromium());
}

/** @returns {string | undefined} */
function installedBrowser() {
  const { PATH = '', ProgramFiles = '', LOCALAPPDATA = '' } = process.env;
  const programFilesX86 = process.env['ProgramFiles(x86)'] ?? '';
  if (process.platform === 'win32') {
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return [ProgramFiles, programFilesX86, LOCALAPPDATA]
      .filter((folder) => folder !== '')
      .flatMap((folder) => programs.map((program) => join(folder, program)))
      .find((file) => existsSync(file));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge']
      .map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      .find((file) => existsSync(file));
  }
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];
  return names
    .flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

/** @returns {Promise<string | undefined>} */
async function playwrightChromium() {
  const { chromium } = await import('playwright-core');
  if (!existsSync(chromium.executablePath())) {
    console.log('Installing Chromium with playwright-core …');
    const cli = join('node_modules', 'playwright-core', 'cli.js');
    const { code, output } = await runCommand(process.execPath, [cli, 'install', 'chromium'], {
      capture: true,
    });
    if (code !== 0) console.log(`playwright-core could not install Chromium: ${firstLine(output)}`);
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** @returns {Promise<string>} */
async function debianChromium() {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium with apt-get …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      const { code, output } = await runCommand('apt-get', ['-qq', ...args], { env, capture: true });
      if (code !== 0) console.log(`apt-get ${args[0] ?? ''} failed: ${firstLine(output)}`);
    }
    const found = installedBrowser();
    if (found !== undefined) return found;
  }
  throw new PlainError(
    'The tests need a Chromium: install Chromium, Google Chrome or Microsoft Edge, or name one in CHROMIUM_PATH.',
  );
}

/** @param {string} output */
const firstLine = (output) => output.trim().split('\n')[0] ?? '';

/**
 * Starts a headless Chromium with a profile folder, which keeps its storage from one start to the next.
 * @param {string} profileFolder
 * @param {Parameters<import('playwright-core').BrowserType['launchPersistentContext']>[1]} [options]
 */
export async function launchBrowser(profileFolder, options = {}) {
  const { chromium } = await import('playwright-core');
  const executablePath = await ensureChromium();
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath,
    headless: true,
    args: FLAGS,
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  removeLast();
  return context;
}
