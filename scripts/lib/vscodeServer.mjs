// @ts-check
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cached } from './cacheFolder.mjs';
import { PlainError, runNpm } from './command.mjs';
import { readJson } from './readJson.mjs';

/** @typedef {'floor' | 'newest'} VsCodeVersion */

/** The oldest VS Code that package.json allows, and the newest one that was tried; both from npm. */
export const VERSIONS = {
  floor: { codeServer: '4.100.3', vscode: '1.100.3', node: 20 },
  newest: { codeServer: '4.139.1', vscode: '1.139.1', node: 24 },
};

/** Relative to the repository, from where everything is run: bundled tests use this module too. */
const FILE_LOGGER = join('scripts', 'lib', 'fileLogger.cjs');

/**
 * @param {string | undefined} name
 * @returns {VsCodeVersion}
 */
export function vsCodeVersion(name) {
  if (name === 'floor' || name === 'newest') return name;
  throw new PlainError(`The VS Code version must be "floor" or "newest", not "${name ?? ''}".`);
}

/**
 * Installs the VS Code server on first use.
 * @param {VsCodeVersion} version
 * @returns {Promise<{ node: string, folder: string }>} the Node.js to run it with, and its lib/vscode folder
 */
export async function ensureServer(version) {
  const { codeServer, node } = VERSIONS[version];
  const platform = `${process.platform}-${process.arch}`;
  const root = await cached(`code-server-${codeServer}-${platform}`, async (folder) => {
    console.log(`Installing VS Code ${VERSIONS[version].vscode} (code-server ${codeServer} from npm) …`);
    await install(folder, [`code-server@${codeServer}`]);
    const server = serverFolder(folder);
    await install(server, ['--omit=dev']);
    await install(join(server, 'extensions'), ['--omit=dev']);
    await addRipgrep(folder);
    copyFileSync(FILE_LOGGER, join(server, 'node_modules', '@vscode', 'spdlog', 'index.js'));
  });
  return { node: await ensureNode(node), folder: serverFolder(root) };
}

/**
 * The built-in extensions that the tests touch; to load all hundred takes a third of the time of each page load.
 */
const BUILT_IN = [
  ...[
    'configuration-editing',
    'diff',
    'git',
    'git-base',
    'html',
    'javascript',
    'json',
    'json-language-features',
  ],
  ...['references-view', 'search-result', 'theme-defaults', 'theme-seti'],
];

/**
 * A folder with only the built-in extensions that the tests touch; it lies in the server's own, whose packages they need.
 * @param {VsCodeVersion} version
 * @returns {Promise<string>}
 */
export async function fewBuiltIns(version) {
  const { folder: server } = await ensureServer(version);
  const few = join(server, 'few-extensions');
  if (existsSync(few)) return few;
  // It gets its name only when complete, and from whichever process is first.
  const unfinished = mkdtempSync(`${few}.unfinished-`);
  for (const name of BUILT_IN) {
    cpSync(join(server, 'extensions', name), join(unfinished, name), { recursive: true });
  }
  try {
    renameSync(unfinished, few);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(few)) throw error;
  }
  return few;
}

/** @param {string} root */
const serverFolder = (root) => join(root, 'node_modules', 'code-server', 'lib', 'vscode');

/**
 * Each VS Code runs on its own major version of Node.js.
 * @param {number} major
 */
async function ensureNode(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  // These packages hold the plain binary; the `node` package would need its install script to fetch them.
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `${prefix}-${platform}-${process.arch}`;
  const root = await cached(`${name}-${major}`, async (folder) => {
    console.log(`Installing Node.js ${major} from npm …`);
    await install(folder, [`${name}@${major}`]);
  });
  const folder = join(root, 'node_modules', name);
  const manifest = /** @type {{ bin: { node: string } }} */ (readJson(join(folder, 'package.json')));
  return join(folder, manifest.bin.node);
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
async function install(folder, args) {
  const manifest = join(folder, 'package.json');
  // Without one, npm would install into the nearest parent folder that has one.
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // The engine check would look at this Node.js, not at the one that runs the server.
  const options = ['--ignore-scripts', '--engine-strict=false', ...quiet];
  const { code, output } = await runNpm(['install', ...options, ...args], { cwd: folder, capture: true });
  if (code === 0) return;
  console.error(output.trim());
  throw new PlainError('npm could not install VS Code: connect to the npm registry and run it again.');
}

/**
 * Workspace search needs ripgrep, which the older VS Code fetches in an install script; the newer one has it
 * among its packages.
 * @param {string} folder
 */
async function addRipgrep(folder) {
  const target = join(serverFolder(folder), 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(target)) return;
  await install(folder, ['@vscode/ripgrep-universal@1.18.0']);
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const source = join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  mkdirSync(join(target, 'bin'));
  copyFileSync(join(source, `${process.platform}-${process.arch}`, name), join(target, 'bin', name));
  chmodSync(join(target, 'bin', name), 0o755);
}
