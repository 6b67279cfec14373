// @ts-check
/**
 * The step of the GitHub Action (action.yml): checks flow files with the command line of this checkout, and builds it
 * where that was not done yet. That takes Node, npm and three packages, of which the lock file says which.
 *
 * Environment: FLOW_CONNECTIONS_PATH (one path a line), FLOW_CONNECTIONS_FAIL_ON, FLOW_CONNECTIONS_FORMAT.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError, runCommand, runMain, runNpm } from './lib/command.mjs';
import { readJson } from './lib/readJson.mjs';

/** @typedef {{ readonly packages: Readonly<Record<string, { readonly version: string }>> }} Lock */

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');

/** What `node esbuild.js --cli` needs, and what those need. */
const packages = /^node_modules\/(esbuild|@esbuild\/[^/]+|jsonc-parser|fflate)$/;

async function main() {
  if (!existsSync(cli)) await build();
  const { FLOW_CONNECTIONS_PATH, FLOW_CONNECTIONS_FAIL_ON, FLOW_CONNECTIONS_FORMAT } = process.env;
  const lines = (FLOW_CONNECTIONS_PATH ?? '').split('\n').map((line) => line.trim());
  const paths = lines.filter((line) => line !== '');
  const options = [
    `--fail-on=${FLOW_CONNECTIONS_FAIL_ON ?? 'error'}`,
    `--format=${FLOW_CONNECTIONS_FORMAT ?? 'github'}`,
  ];
  // Behind `--` no path is an option.
  const args = [cli, 'validate', ...options, '--', ...(paths.length > 0 ? paths : ['.'])];
  return (await runCommand(process.execPath, args)).code;
}

async function build() {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'flow-connections-'));
  try {
    const lock = /** @type {Lock} */ (readJson(join(root, 'package-lock.json')));
    const wanted = Object.entries(lock.packages).filter(([path]) => packages.test(path));
    // Where only what a program needs to run is installed, these are what does.
    const locked = wanted.map(([path, entry]) => [path, { ...entry, dev: undefined }]);
    const named = wanted.filter(([path]) => !path.includes('@'));
    const dependencies = Object.fromEntries(
      named.map(([path, { version }]) => [path.replace('node_modules/', ''), version]),
    );
    const all = /** @type {unknown} */ ({ '': { dependencies }, ...Object.fromEntries(locked) });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages: all }));
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
    orFail(await runNpm(['ci', ...quiet], { cwd: folder, capture: true }));
    const env = { NODE_PATH: join(folder, 'node_modules') };
    orFail(await runCommand(process.execPath, ['esbuild.js', '--cli'], { cwd: root, env, capture: true }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {{ code: number, output: string }} result */
function orFail({ code, output }) {
  if (code !== 0) throw new PlainError(`The command line can't be built:\n${output}`);
}

await runMain(main);
