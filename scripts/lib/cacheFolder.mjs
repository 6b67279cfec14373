// @ts-check
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder for large downloads; outside node_modules, so that `npm ci` does not throw them away. */
export function cacheFolder() {
  const { FLOW_CONNECTIONS_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (FLOW_CONNECTIONS_CACHE) return resolve(FLOW_CONNECTIONS_CACHE);
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'flow-connections');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'flow-connections');
  return join(homedir(), '.cache', 'flow-connections');
}

/**
 * A folder of the cache, filled on first use; it gets its name only when complete, so that an aborted
 * install is never taken for a good one.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
export async function cached(name, fill) {
  const root = cacheFolder();
  const folder = join(root, name);
  if (existsSync(folder)) return folder;
  mkdirSync(root, { recursive: true });
  const unfinished = mkdtempSync(join(root, `${name}.unfinished-`));
  const discard = () => rmSync(unfinished, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    await fill(unfinished);
    // Another run may have finished the same install meanwhile; then its folder is as good.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    discard();
    process.off('exit', discard);
  }
  return folder;
}
