// @ts-check
/**
 * Every bundle of the project. `--production` minifies; `--watch` rebuilds on change; `--tests` adds the test bundles;
 * `--bench` builds the benchmark alone, `--cli` the command line.
 * The web bundle is built for the browser, so an import of node:* in it fails the build; the unit-test bundle leaves
 * `vscode` to be resolved, so an import of it from the core fails the build.
 */
const { delimiter } = require('node:path');
const { globSync } = require('./scripts/lib/glob.cjs');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const bench = process.argv.includes('--bench');
const cli = process.argv.includes('--cli');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // jsonc-parser's UMD build breaks when bundled.
  mainFields: ['module', 'main'],
  // Where Node looks for packages too; the GitHub Action has them there.
  nodePaths: (process.env.NODE_PATH ?? '').split(delimiter).filter((path) => path !== ''),
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Makes all files of a bundle share one copy of VS Code's API: each would make its own of its hundreds of names, which
 * took most of the time of loading the extension. @type {import('esbuild').Plugin}
 */
const oneVsCode = {
  name: 'one-vscode',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode' },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode' }, () => ({ contents: "export * from 'vscode';" }));
  },
};

/** The command line. @type {import('esbuild').BuildOptions} */
const commandLine = {
  ...common,
  entryPoints: ['src/cli/entry.ts'],
  outfile: 'dist/cli.js',
  platform: 'node',
  banner: { js: '#!/usr/bin/env node' },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    plugins: [oneVsCode],
  },
  {
    ...common,
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    plugins: [oneVsCode],
  },
  commandLine,
  {
    ...common,
    format: 'iife',
    entryPoints: ['src/webview/connectionEditor.ts', 'src/webview/connectionEditor.css'],
    outdir: 'dist/webview',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    loader: { '.svg': 'text' },
  },
];

/** @type {import('esbuild').BuildOptions} */
const testCommon = {
  ...common,
  outdir: 'out/test',
  outbase: 'test',
  platform: 'node',
  minify: false,
  sourcemap: 'inline',
};

/**
 * All tests of a folder in one bundle, so that they share what their support keeps: one browser, one VS Code.
 * @param {string} folder
 * @returns {import('esbuild').BuildOptions}
 */
function oneBundle(folder) {
  const files = globSync(`test/${folder}`, '.test.ts').sort();
  const contents = files.map((file) => `import './${file.replaceAll('\\', '/')}';`).join('\n');
  const { outbase, outdir, ...options } = testCommon;
  return {
    ...options,
    outfile: `${outdir}/${folder}/all.test.js`,
    stdin: { contents, resolveDir: process.cwd(), sourcefile: `${outbase}/${folder}/all.ts` },
    external: ['playwright-core', 'mocha', '@vscode/vsce', 'axe-core'],
  };
}

/** The unit tests, and the processes that they start. @type {import('esbuild').BuildOptions} */
const unitTests = {
  ...testCommon,
  entryPoints: [...globSync('test/unit', '.test.ts'), ...globSync('test/support', '.child.ts')],
  external: ['@vscode/vsce'],
};

const testBundles = [
  unitTests,
  { ...testCommon, entryPoints: globSync('test/host', '.ts'), external: ['vscode', 'mocha'] },
  oneBundle('form'),
  oneBundle('workbench'),
];

/** @type {import('esbuild').BuildOptions} */
const benchBundle = {
  ...common,
  entryPoints: ['bench/bench.ts'],
  outfile: 'out/bench/bench.js',
  platform: 'node',
};

async function main() {
  const all = cli ? [commandLine] : bench ? [benchBundle] : tests ? [...bundles, ...testBundles] : bundles;
  if (!watch) {
    await Promise.all(all.map((options) => esbuild.build(options)));
    return;
  }
  const contexts = await Promise.all(
    all.map((options) => esbuild.context({ ...options, plugins: [...(options.plugins ?? []), watchReport] })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

/** Prints the lines that the watch task's problem matcher in .vscode/tasks.json waits for. @type {import('esbuild').Plugin} */
const watchReport = {
  name: 'watch-report',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

// `scripts/mutate.mjs` builds some of these in its own way.
module.exports = { commandLine, unitTests };

if (require.main === module) {
  main().catch(() => {
    process.exitCode = 1;
  });
}
