// @ts-check
/** Builds the extension for production and packs it into flow-connections-<version>.vsix. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError, runCommand, runMain } from './lib/command.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { readJson } from './lib/readJson.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function main() {
  process.chdir(root);
  await ensurePackages(root);
  // Source maps of an earlier build must not be packed.
  rmSync('dist', { recursive: true, force: true });
  const build = await runCommand(process.execPath, ['esbuild.js', '--production']);
  if (build.code !== 0) throw new PlainError('The extension could not be built.');
  const { name, version } = /** @type {{ name: string, version: string }} */ (readJson('package.json'));
  const file = `${name}-${version}.vsix`;
  rmSync(file, { force: true });
  const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const args = [vsce, 'package', ...options, '--out', file];
  const { code, output } = await runCommand(process.execPath, args, { capture: true });
  console.log(output.trim());
  if (code !== 0) throw new PlainError('vsce could not pack the extension.');
  if (/\bWARNING\b/.test(output)) {
    // A package with warnings must not be mistaken for a good one.
    rmSync(file, { force: true });
    throw new PlainError('vsce printed a warning, so the package was removed.');
  }
  return 0;
}

await runMain(main);
