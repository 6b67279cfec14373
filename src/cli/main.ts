import { join } from 'node:path';
import { Catalog } from '../core/catalog/catalog';
import { readCoreCatalog } from '../core/catalog/coreCatalog';
import { readPublicExtensions } from '../core/catalog/publicExtensions';
import { readText } from '../node/folderFiles';
import type { Places } from '../core/flow/places';
import { formats } from './formats';
import { connectionFormats } from './formats/connections';
import { listConnectionsOf } from './listConnectionsOf';
import { oneOf, readOptions } from './readOptions';
import { openSources, type OpenedSources } from './textSource';
import { usage, UsageError } from './usageError';
import { validateSources } from './validateSources';
import { printable } from './formats/text';

const levels = ['error', 'warning', 'info', 'never'] as const;

main(process.argv.slice(2)).then(
  (exitCode) => (process.exitCode = exitCode),
  (error: unknown) => {
    process.stderr.write(`flow-connections: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);

async function main([command, ...args]: string[]): Promise<number> {
  if ([command, ...args].some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(usage);
    return 0;
  }
  if (command === 'validate') return validate(args);
  if (command === 'connections') return listConnections(args);
  throw new UsageError(`name a command.\n\n${usage}`);
}

async function validate(args: string[]): Promise<number> {
  const { paths, values, places } = readOptions(args, ['format', 'fail-on']);
  const format = oneOf(keysOf(formats), values.format ?? 'text', '--format');
  const failOn = oneOf(levels, values['fail-on'] ?? 'error', '--fail-on');
  const report = await validateSources(await open(paths, places), await loadCatalog());
  process.stdout.write(formats[format](report));
  if (tell(report.unreadable)) return 2;
  const limit = failOn === 'never' ? -1 : levels.indexOf(failOn);
  return report.problems.some(({ severity }) => levels.indexOf(severity) <= limit) ? 1 : 0;
}

async function listConnections(args: string[]): Promise<number> {
  const { paths, values, places } = readOptions(args, ['format']);
  const format = oneOf(keysOf(connectionFormats), values.format ?? 'text', '--format');
  const list = await listConnectionsOf(await open(paths, places), await loadCatalog());
  process.stdout.write(connectionFormats[format](list));
  return tell(list.unreadable) ? 2 : 0;
}

async function open(paths: readonly string[], { placeOf }: Places): Promise<OpenedSources> {
  const opened = await openSources(paths, process.cwd(), placeOf);
  tell(opened.notes);
  return opened;
}

/** Says what could not be read; true when there was anything. */
function tell(sentences: readonly string[]): boolean {
  for (const sentence of sentences) process.stderr.write(`${printable(sentence)}\n`);
  return sentences.length > 0;
}

/** The catalogue files lie beside the bundle's folder, in the repository and in the package alike. */
async function loadCatalog(): Promise<Catalog> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readText(join(__dirname, '..', 'schemas', name)));
  return new Catalog([
    readCoreCatalog(await read('core-catalog.json')),
    readPublicExtensions(await read('public-extensions.json')),
  ]);
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}
