import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from '../../scripts/lib/temporaryFolder.mjs';

/** A copy of a folder of the repository that a test may write to; it is removed when the tests end at the latest. */
export function copyFolder(folder: string): { path: string; remove: () => void } {
  const temporary = temporaryFolder('fixture');
  const path = join(temporary.path, basename(folder));
  cpSync(folder, path, { recursive: true });
  return { path, remove: temporary.remove };
}
