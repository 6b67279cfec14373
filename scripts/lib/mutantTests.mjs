// @ts-check
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError, runCommand } from './command.mjs';
import { mutatedText } from './mutation.mjs';
import { readJson } from './readJson.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./mutation.mjs').Mutation} Mutation */
/** @typedef {import('esbuild').Plugin} Plugin */

/** They start the command line as a program of its own. */
const cliTests = ['test/unit/cli/cli.test.ts', 'test/unit/cli/staged.test.ts'];
/** They look at the source and at what is shipped, which a fault that is in memory alone does not reach. */
const guards = 'test/unit/guards/';

/**
 * Builds and runs unit tests with a fault in the code. The fault is in the bundles alone: no file of the source is
 * written. `out` is a folder inside the repository, so that the bundles find its packages; it is removed at the end.
 * @param {string} out
 */
export async function createMutantTests(out) {
  process.on('exit', () => rmSync(out, { recursive: true, force: true }));
  // Only here, because packages may have to be installed before.
  const esbuild = await import('esbuild');
  const require = createRequire(import.meta.url);
  const bundles = /** @type {unknown} */ (require('../../esbuild.js'));
  const { commandLine, unitTests } = /** @type {typeof import('../../esbuild.js')} */ (bundles);
  const entries = /** @type {string[]} */ (unitTests.entryPoints).map((path) => path.replaceAll('\\', '/'));
  const children = entries.filter((path) => path.endsWith('.child.ts'));
  const tests = entries.filter((path) => path.endsWith('.test.ts') && !path.startsWith(guards));
  const inputs = await readInputs();

  /** What each test is made of, the programs that it starts included. */
  async function readInputs() {
    const common = { ...unitTests, ...commandLine, sourcemap: false, metafile: true, write: false };
    /** @param {readonly string[]} entryPoints */
    const inputsOf = async (entryPoints) => {
      const options = { ...common, entryPoints: [...entryPoints], outfile: undefined, outdir: out };
      const { metafile } = await esbuild.build(
        /** @type {import('esbuild').BuildOptions & { metafile: true }} */ (options),
      );
      return Object.values(metafile.outputs).map(({ entryPoint, inputs }) => ({
        entryPoint,
        files: Object.keys(inputs),
      }));
    };
    const built = await inputsOf([...tests, ...children, 'src/cli/entry.ts']);
    const filesOf = (/** @type {string} */ path) =>
      built.find(({ entryPoint }) => entryPoint === path)?.files ?? [];
    return new Map(
      tests.map((test) => {
        const more = cliTests.includes(test) ? filesOf('src/cli/entry.ts') : children.flatMap(filesOf);
        return [test, new Set([...filesOf(test), ...more])];
      }),
    );
  }

  /** @param {import('esbuild').BuildOptions} options */
  async function build(options) {
    try {
      await esbuild.build(options);
    } catch (error) {
      throw new PlainError(`The tests could not be built:\n${error instanceof Error ? error.message : ''}`);
    }
  }

  /**
   * Runs tests as far as the first that fails.
   * @param {readonly string[]} files
   * @param {Mutation} [mutation]
   * @returns {Promise<string | undefined>} the test that failed, and why
   * @throws a plain failure where the tests can't be built or loaded
   */
  async function run(files, mutation) {
    rmSync(out, { recursive: true, force: true });
    const plugins = mutation ? [mutating(mutation)] : [];
    const common = {
      sourcemap: /** @type {const} */ (false),
      plugins,
      logLevel: /** @type {const} */ ('silent'),
    };
    const cli = join(out, 'cli', 'cli.js');
    const isReadLater = mutation !== undefined && isData(mutation.file);
    await build({ ...unitTests, ...common, entryPoints: [...files, ...children], outdir: out });
    if (files.some((file) => cliTests.includes(file))) {
      await build({ ...commandLine, ...common, outfile: cli });
      // It reads them from beside the folder that it lies in.
      cpSync('schemas', join(out, 'schemas'), { recursive: true });
      cpSync('package.json', join(out, 'package.json'));
      if (isReadLater) writeFileSync(join(out, mutation.file), mutatedText(mutation));
    }
    const report = join(out, 'report.json');
    const args = [
      ...(isReadLater ? ['--import', pathToFileURL(resolve('scripts/lib/mutatedFile.mjs')).href] : []),
      ...[join('node_modules', 'mocha', 'bin', 'mocha.js'), '--no-config', '--exit', '--bail'],
      ...['--timeout', '20000', '--reporter', './scripts/lib/countingReporter.cjs'],
      ...files.map((file) => join(out, file.replace(/^test\//, '').replace(/\.ts$/, '.js'))),
    ];
    const { code, output } = await runCommand(process.execPath, args, {
      capture: true,
      env: {
        FLOW_CONNECTIONS_REPORT: report,
        FLOW_CONNECTIONS_CLI: cli,
        FLOW_CONNECTIONS_MUTATION: JSON.stringify(mutation),
      },
    });
    if (!existsSync(report)) throw new PlainError(`The tests could not be run:\n${output}`);
    const [failure] = /** @type {Counts} */ (readJson(report)).failures;
    return failure ?? (code === 0 ? undefined : `The run ended with code ${code}.`);
  }

  return {
    /**
     * The test files whose paths below test/unit begin with a text.
     * @param {string} start
     */
    named: (start) => tests.filter((path) => path.startsWith(`test/unit/${start}`)),
    /**
     * The test files that a file is part of; all of them for one that is read as they run.
     * @param {string} file
     */
    concerned: (file) => tests.filter((path) => isData(file) || inputs.get(path)?.has(file)),
    run,
  };
}

/**
 * Whether a file is read as the tests run, and is no part of their bundles.
 * @param {string} file
 */
function isData(file) {
  return extname(file) !== '.ts';
}

/**
 * @param {Mutation} mutation
 * @returns {Plugin}
 */
function mutating(mutation) {
  const path = resolve(mutation.file);
  return {
    name: 'mutating',
    setup(build) {
      build.onLoad({ filter: /\.ts$/, namespace: 'file' }, (file) =>
        file.path === path
          ? { contents: mutatedText(mutation), loader: 'ts', resolveDir: dirname(path) }
          : undefined,
      );
    },
  };
}
