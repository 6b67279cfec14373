import { parseArgs } from 'node:util';
import { usage, UsageError } from './usageError';

/** The paths of a command line and its options, each with a value. @throws {UsageError} */
export function readOptions<Name extends string>(
  args: string[],
  names: readonly Name[],
): { paths: readonly string[]; values: Partial<Record<Name, string>> } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (positionals.length === 0) throw new Error('name a folder, a file or a package.');
    return { paths: positionals, values: values as Partial<Record<Name, string>> };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** One of the values that an option takes. @throws {UsageError} */
export function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}.`);
  return found;
}
