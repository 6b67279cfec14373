import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Catalog } from '../core/catalog/catalog';
import { readCoreCatalog } from '../core/catalog/coreCatalog';
import { readPublicExtensions } from '../core/catalog/publicExtensions';
import { readText } from '../node/folderFiles';
import { openSources } from './textSource';
import { validateSources, type Report, type ReportedProblem } from './validateSources';

const usage = `Usage: flow-connections validate <path>… [--format text|json] [--fail-on error|warning|info|never]

Checks Cognigy.AI flow files. A path is a workspace folder, a file in the current folder, or a package (.zip).
Exit code: 0 nothing at the level of --fail-on (default: error), 1 problems found, 2 wrong usage or unreadable input.
`;

const levels = ['error', 'warning', 'info', 'never'] as const;
type Level = (typeof levels)[number];
const formats = ['text', 'json'] as const;

/** Thrown for what the caller did wrong: one sentence, exit code 2. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Options {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  readonly failOn: Level;
}

main(process.argv.slice(2)).then(
  (exitCode) => (process.exitCode = exitCode),
  (error: unknown) => {
    process.stderr.write(`flow-connections: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);

async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const options = readOptions(args);
  const catalog = await loadCatalog();
  const report = await validateSources(await openSources(options.paths, process.cwd()), catalog);
  process.stdout.write(options.format === 'json' ? toJson(report) : toText(report));
  for (const sentence of report.unreadable) process.stderr.write(`${sentence}\n`);
  if (report.unreadable.length > 0) return 2;
  const limit = levels.indexOf(options.failOn);
  return report.problems.some(({ severity }) => levels.indexOf(severity) <= limit) &&
    options.failOn !== 'never'
    ? 1
    : 0;
}

function readOptions(args: string[]): Options {
  const [command, ...rest] = args;
  if (command !== 'validate') throw new UsageError(`name a command.\n\n${usage}`);
  let parsed;
  try {
    parsed = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { format: { type: 'string' }, 'fail-on': { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) throw new UsageError(`name a folder, a file or a package.\n\n${usage}`);
  return {
    paths: positionals,
    format: oneOf(formats, values.format ?? 'text', '--format'),
    failOn: oneOf(levels, values['fail-on'] ?? 'error', '--fail-on'),
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}.`);
  return found;
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

function toJson({ files, nodes, problems }: Report): string {
  return `${JSON.stringify({ version: 1, files, nodes, problems }, undefined, 2)}\n`;
}

function toText({ files, nodes, problems }: Report): string {
  const lines = problems.map(toLine);
  return `${lines.join('')}${count(problems.length, 'problem')} in ${count(files, 'flow file')} with ${count(nodes, 'node')}.\n`;
}

function toLine({ file, line, column, severity, message, code }: ReportedProblem): string {
  return `${file}:${line}:${column}: ${severity}: ${message} (${code})\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
