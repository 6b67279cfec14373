import { parseArgs } from 'node:util';
import { describeBadGlob } from '../core/connection/describeTrouble';
import { english } from '../core/english';
import { compileGlob } from '../core/flow/glob';
import { asArray } from '../core/json/narrow';
import { createPlaces, type Places } from '../core/flow/places';
import { helpOf, UsageError, type Command } from './usageError';

export interface Options<Name extends string> {
  readonly paths: readonly string[];
  readonly values: Partial<Record<Name, string>>;
  readonly places: Places;
  readonly exclude: readonly string[];
  /** Whether to look at what is left out too. */
  readonly isAll: boolean;
  readonly allowEmpty: boolean;
  /** Whether only errors are printed. */
  readonly isQuiet: boolean;
  /** Whether Git's index is looked at instead of the disk; paths only choose then. */
  readonly isStaged: boolean;
}

const flowFiles = 'flow-files';

/** The paths of a command line and its options: those named, each with a value, and those that all commands take. @throws {UsageError} */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  command: Command,
): Options<Name> {
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    [flowFiles]: { type: 'string' as const, multiple: true },
    exclude: { type: 'string' as const, multiple: true },
    'no-ignore': { type: 'boolean' as const },
    'allow-empty': { type: 'boolean' as const },
    ...(command === 'validate' && {
      quiet: { type: 'boolean' as const },
      staged: { type: 'boolean' as const },
    }),
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const allowEmpty = values['allow-empty'] === true;
    const isStaged = values.staged === true;
    if (positionals.length === 0 && !allowEmpty && !isStaged)
      throw new Error('name a folder, a file or a package.');
    const globs = listOf(values[flowFiles]);
    const exclude = listOf(values.exclude);
    const places = createPlaces(globs);
    const [bad] = places.badGlobs;
    if (bad !== undefined) throw new Error(`--${flowFiles}: ${describeBadGlob(bad, english)}`);
    const badExclude = exclude.find((glob) => !compileGlob(glob));
    if (badExclude !== undefined) throw new Error(`--exclude: “${badExclude}” isn’t a valid glob.`);
    const single = names.flatMap((name) => {
      const value = (values as Readonly<Record<string, unknown>>)[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    return {
      paths: positionals,
      values: Object.fromEntries(single) as Partial<Record<Name, string>>,
      ...{ places, exclude, isAll: values['no-ignore'] === true, allowEmpty, isQuiet: values.quiet === true },
      isStaged,
    };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${helpOf(command)}`);
  }
}

/** The arguments of a command that looks at no files; exactly so many besides the options. @throws {UsageError} */
export function readArguments(
  args: readonly string[],
  count: number,
  command: Command,
  options: Readonly<Record<string, { readonly type: 'string' }>>,
): {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
} {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (positionals.length !== count) throw new Error(count === 0 ? 'it takes no names.' : 'name one code.');
    return { positionals, values };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${helpOf(command)}`);
  }
}

/** One of the values that an option takes. @throws {UsageError} */
export function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}.`);
  return found;
}

/** A number of things, or Infinity. @throws {UsageError} */
export function wholeNumber(value: string, option: string): number {
  const number = Number(value);
  const isNumber = value.trim() !== '' && number >= 0 && (Number.isInteger(number) || number === Infinity);
  if (!isNumber) throw new UsageError(`${option} takes a whole number.`);
  return number;
}

function listOf(value: unknown): readonly string[] {
  return asArray(value).filter((one) => typeof one === 'string');
}
