import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalog } from '../core/catalog/catalog';
import { readCoreCatalog } from '../core/catalog/coreCatalog';
import { readPublicExtensions } from '../core/catalog/publicExtensions';
import { main } from './main';
import { readProgram } from './program';

// The reader of a pipe may have seen enough, as `head` has.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

void main(process.argv.slice(2), {
  currentFolder: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  tooWide: [homedir(), tmpdir()],
  loadCatalog: async () =>
    new Catalog([
      readCoreCatalog(await readShipped('schemas/core-catalog.json')),
      readPublicExtensions(await readShipped('schemas/public-extensions.json')),
    ]),
  environment: process.env,
  isTerminal: process.stdout.isTTY,
  loadProgram: async () => readProgram(await readShipped('package.json')),
}).then((exitCode) => (process.exitCode = exitCode));

/** These files lie beside the bundle's folder, in the repository and in the package alike. */
async function readShipped(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(__dirname, '..', path), 'utf8'));
}
