// @ts-check
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './readJson.mjs';

/** @typedef {{ publisher: string, name: string, version: string }} Manifest */

/**
 * Installs the built extension as its .vsix would: only the files that vsce would pack.
 * @param {string} root the repository
 * @param {string} extensionsDir
 * @returns {Promise<string>} the folder of the installed extension
 */
export async function installExtension(root, extensionsDir) {
  const { listFiles, PackageManager } = (await import('@vscode/vsce')).default;
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const { publisher, name, version } = /** @type {Manifest} */ (readJson(join(root, 'package.json')));
  const target = join(extensionsDir, `${publisher}.${name}-${version}`);
  rmSync(target, { recursive: true, force: true });
  for (const file of files) cpSync(join(root, file), join(target, file));
  return target;
}
