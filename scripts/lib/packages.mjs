// @ts-check
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PlainError, runNpm } from './command.mjs';

/**
 * Installs the project's packages unless node_modules already holds what package-lock.json names.
 * @param {string} root the repository
 */
export async function ensurePackages(root) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  // The stamp lives inside node_modules, so that deleting the folder deletes the stamp too.
  const modules = join(root, 'node_modules');
  const stamp = join(modules, '.flow-connections-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // `npm ci` would empty the folder that a link leads to, which other projects may be using.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new PlainError('node_modules is a link to another folder: remove the link and run it again.');
  }
  console.log('Installing the npm packages …');
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    capture: true,
  });
  if (code !== 0) {
    console.error(output.trim());
    throw new PlainError('npm could not install the packages: connect to the npm registry and run it again.');
  }
  writeFileSync(stamp, wanted);
}
