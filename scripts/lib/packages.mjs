// @ts-check
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cached } from './cacheFolder.mjs';
import { PlainError, runNpm } from './command.mjs';

/**
 * Installs the project's packages unless node_modules already holds what package-lock.json names. They are installed once
 * a machine, in the cache folder, and linked from there: to write the 20,000 files anew takes npm half a minute.
 * @param {string} root the repository
 */
export async function ensurePackages(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  // The stamp lives inside node_modules, so that deleting the folder deletes the stamp too.
  const modules = join(root, 'node_modules');
  const stamp = join(modules, '.flow-connections-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // What the link leads to, other projects may be using.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new PlainError('node_modules is a link to another folder: remove the link and run it again.');
  }
  const { platform, arch, versions } = process;
  const name = `packages-${wanted.slice(0, 16)}-${platform}-${arch}-node${versions.modules}`;
  const folder = await cached(name, async (unfinished) => {
    console.log('Installing the npm packages …');
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(root, file), join(unfinished, file));
    }
    const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: unfinished,
      capture: true,
    });
    if (code === 0) return;
    console.error(output.trim());
    throw new PlainError('npm could not install the packages: connect to the npm registry and run it again.');
  });
  rmSync(modules, { recursive: true, force: true });
  linkFiles(join(folder, 'node_modules'), modules);
  writeFileSync(stamp, wanted);
}

/**
 * Makes a folder whose files are hard links to those of another; copies where the file system has no such links. npm puts
 * a new file in the place of one that it changes, so what it does in one folder stays there.
 * @param {string} from
 * @param {string} to
 */
export function linkFiles(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch (error) {
    const isOtherDisk =
      error instanceof Error && 'code' in error && ['EXDEV', 'EPERM'].includes(String(error.code));
    if (!isOtherDisk) throw error;
    copyFileSync(source, target, constants.COPYFILE_EXCL);
  }
}
