import { parseArgs } from 'node:util';
import { describeBadGlob } from '../core/connection/describeTrouble';
import { english } from '../core/english';
import { createPlaces, type Places } from '../core/flow/places';
import { usage, UsageError } from './usageError';

export interface Options<Name extends string> {
  readonly paths: readonly string[];
  readonly values: Partial<Record<Name, string>>;
  readonly places: Places;
}

const flowFiles = 'flow-files';

/** The paths of a command line and its options, each with a value. @throws {UsageError} */
export function readOptions<Name extends string>(args: string[], names: readonly Name[]): Options<Name> {
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    [flowFiles]: { type: 'string' as const, multiple: true },
  };
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (positionals.length === 0) throw new Error('name a folder, a file or a package.');
    const { [flowFiles]: globs, ...single } = values;
    const places = createPlaces(globs);
    const [bad] = places.badGlobs;
    if (bad !== undefined) throw new Error(`--${flowFiles}: ${describeBadGlob(bad, english)}`);
    return { paths: positionals, values: single, places };
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
