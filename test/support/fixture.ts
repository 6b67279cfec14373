import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/lib/temporaryFolder.mjs';

/** A copy of a folder of test/fixtures that a test may write to; it is removed when the tests end at the latest. */
export function copyFixture(name: string): { path: string; remove: () => void } {
  const temporary = temporaryFolder('fixture');
  const path = join(temporary.path, name);
  cpSync(join('test', 'fixtures', name), path, { recursive: true });
  return { path, remove: temporary.remove };
}
