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
    `--fail-on=${orDefault(FLOW_CONNECTIONS_FAIL_ON, 'error')}`,
    `--format=${orDefault(FLOW_CONNECTIONS_FORMAT, 'github')}`,
  ];
  // Behind `--` no path is an option.
  const args = [cli, 'validate', ...options, '--', ...(paths.length > 0 ? paths : ['.'])];
  return (await runCommand(process.execPath, args)).code;
}

/**
 * An input that a workflow leaves empty counts as one that it doesn't name.
 * @param {string | undefined} value
 * @param {string} otherwise
 */
function orDefault(value, otherwise) {
  return value === undefined || value === '' ? otherwise : value;
}

async function build() {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'flow-connections-'));
  try {
    const { packages: locked, ...lock } = /** @type {{ packages: Record<string, { version: string }> }} */ (
      readJson(join(root, 'package-lock.json'))
    );
    const wanted = Object.entries(locked).filter(([path]) => packages.test(path));
    const named = wanted.filter(([path]) => !path.includes('@'));
    const dependencies = Object.fromEntries(
      named.map(([path, { version }]) => [path.replace('node_modules/', ''), version]),
    );
    const write = (/** @type {string} */ name, /** @type {unknown} */ value) =>
      // Where only what a program needs to run is installed, these are what does.
      writeFileSync(
        join(folder, name),
        JSON.stringify(value, (key, /** @type {unknown} */ part) => (key === 'dev' ? undefined : part)),
      );
    write('package.json', { private: true, dependencies });
    write('package-lock.json', {
      ...lock,
      packages: { '': { dependencies }, ...Object.fromEntries(wanted) },
    });
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
