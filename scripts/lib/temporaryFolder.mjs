// @ts-check
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/**
 * A fresh temporary folder; it is removed when the process exits at the latest.
 * @param {string} purpose
 */
export function temporaryFolder(purpose) {
  // The real path, because VS Code reports real paths and macOS' temporary folder is a link.
  const path = mkdtempSync(join(realpathSync(tmpdir()), `flow-connections-${purpose}-`));
  folders.add(path);
  removeLast();
  return { path, remove: () => removeFolder(path) };
}

/** To be called after a program was started: its folders can only be removed once its own exit listener ended it. */
export function removeLast() {
  process.off('exit', removeAll);
  process.on('exit', removeAll);
}

function removeAll() {
  for (const path of folders) removeFolder(path);
}

/** @param {string} path */
function removeFolder(path) {
  folders.delete(path);
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
