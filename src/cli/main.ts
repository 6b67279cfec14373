import type { Catalog } from '../core/catalog/catalog';
import { visibly } from '../core/shownText';
import { formats } from './formats';
import { connectionFormats } from './formats/connections';
import { printable } from './formats/text';
import { listConnectionsOf } from './listConnectionsOf';
import { slashed } from '../node/treeOnDisk';
import type { Program } from './program';
import { explainRule, ruleFormats } from './describeRules';
import { oneOf, readArguments, readOptions, wholeNumber, type Options } from './readOptions';
import { printSchema } from './printSchema';
import { createRepositoryPaths } from './repositoryPath';
import { openSources } from './sources/openSources';
import { openStaged } from './sources/stagedSource';
import type { OpenedSources } from './textSource';
import { helpOf, usage, UsageError } from './usageError';
import { validateSources } from './validateSources';

/** What the command line has of the process that it runs in. */
export interface Surroundings {
  readonly currentFolder: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Folders that are never a project for the files in them: the home folder and such. */
  readonly tooWide: readonly string[];
  loadCatalog(): Promise<Catalog>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a person looks at what is written to stdout. */
  readonly isTerminal: boolean;
  loadProgram(): Promise<Program>;
}

const levels = ['error', 'warning', 'info', 'never'] as const;

/** Runs a command; gives the exit code. */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await run(args, around);
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    around.stderr.write(`flow-connections: ${lines.map(visibly).join('\n')}\n`);
    return 2;
  }
}

async function run([command, ...args]: readonly string[], around: Surroundings): Promise<number> {
  const all = [command, ...args];
  // What follows `--` is a path, whatever it is called.
  const options = all.includes('--') ? all.slice(0, all.indexOf('--')) : all;
  if (options.includes('--help') || options.includes('-h')) {
    around.stdout.write(helpOf(command));
    return 0;
  }
  if (command === '--version' || command === '-v') {
    const { name, version } = await around.loadProgram();
    around.stdout.write(`${name} ${version}\n`);
    return 0;
  }
  if (command === 'validate') return validate(args, around);
  if (command === 'connections') return listConnections(args, around);
  if (command === 'list-rules') return listRules(args, around);
  if (command === 'explain') return explain(args, around);
  if (command === 'schema') return printSchema(args, around).then(() => 0);
  throw new UsageError(`name a command.\n\n${usage}`);
}

async function validate(args: readonly string[], around: Surroundings): Promise<number> {
  const options = readOptions(args, ['format', 'fail-on', 'max-warnings'], 'validate');
  const format = oneOf(keysOf(formats), options.values.format ?? 'text', '--format');
  const failOn = oneOf(levels, options.values['fail-on'] ?? 'error', '--fail-on');
  const mostWarnings = wholeNumber(options.values['max-warnings'] ?? 'Infinity', '--max-warnings');
  const opened = await open(options, around);
  const { currentFolder, environment } = around;
  const checkedOut = environment.GITHUB_WORKSPACE;
  const repositoryPath = createRepositoryPaths(slashed(currentFolder), checkedOut && slashed(checkedOut));
  const report = await validateSources(opened, await around.loadCatalog(), repositoryPath);
  // Files may be called as flows are and be those of another product.
  const isNothing = report.checked + report.unreadable.length === 0;
  const isForeign = opened.sources.length > 0 && isNothing && !options.isStaged;
  if (isForeign && !options.allowEmpty) report.unreadable.push('no Cognigy.AI flows in these files.');
  const shown = options.isQuiet
    ? { ...report, problems: report.problems.filter(({ severity }) => severity === 'error') }
    : report;
  const countOf = (wanted: string) => report.problems.filter(({ severity }) => severity === wanted).length;
  const counts = { error: countOf('error'), warning: countOf('warning'), info: countOf('info') };
  const printing = { program: await around.loadProgram(), hasColors: hasColors(around), counts };
  // A hook that has nothing to look at says nothing.
  if (!(options.isStaged && isNothing && format === 'text')) {
    around.stdout.write(formats[format](shown, printing));
  }
  if (tell(report.unreadable, around)) return 2;
  const limit = failOn === 'never' ? -1 : levels.indexOf(failOn);
  if (counts.warning > mostWarnings) {
    around.stderr.write(`More warnings (${counts.warning}) than --max-warnings allows (${mostWarnings}).\n`);
    return 1;
  }
  return report.problems.some(({ severity }) => levels.indexOf(severity) <= limit) ? 1 : 0;
}

async function listConnections(args: readonly string[], around: Surroundings): Promise<number> {
  const options = readOptions(args, ['format'], 'connections');
  const format = oneOf(keysOf(connectionFormats), options.values.format ?? 'text', '--format');
  const list = await listConnectionsOf(await open(options, around), await around.loadCatalog());
  around.stdout.write(connectionFormats[format](list));
  return tell(list.unreadable, around) ? 2 : 0;
}

function listRules(args: readonly string[], { stdout }: Surroundings): number {
  const { values } = readArguments(args, 0, 'list-rules', { format: { type: 'string' } });
  stdout.write(ruleFormats[oneOf(keysOf(ruleFormats), values.format ?? 'text', '--format')]());
  return 0;
}

function explain(args: readonly string[], { stdout }: Surroundings): number {
  const { positionals } = readArguments(args, 1, 'explain', {});
  stdout.write(explainRule(positionals[0] ?? ''));
  return 0;
}

/** What there is to check; that there is nothing is a failure unless it is allowed. */
async function open(options: Options<string>, around: Surroundings): Promise<OpenedSources> {
  const { paths, places, exclude, isAll, allowEmpty } = options;
  const { currentFolder, tooWide, environment } = around;
  if (options.isStaged) return openStaged(paths, { places, exclude, isAll, currentFolder, environment });
  const opened = await openSources(paths, { places, exclude, isAll, currentFolder, tooWide });
  const { notes, unreadable, empty } = opened;
  tell(allowEmpty ? [...notes, ...empty] : notes, around);
  return allowEmpty ? opened : { ...opened, unreadable: [...unreadable, ...empty] };
}

/** Says what could not be read or was not there; true when there was anything. */
function tell(sentences: readonly string[], { stderr }: Surroundings): boolean {
  for (const sentence of sentences) stderr.write(`${printable(sentence)}\n`);
  return sentences.length > 0;
}

/** As https://no-color.org and https://force-color.org have it. */
function hasColors({ environment: { NO_COLOR, FORCE_COLOR }, isTerminal }: Surroundings): boolean {
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal;
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}
