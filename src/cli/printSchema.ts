import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { strictFlowSchema } from '../core/validation/strictSchema';
import { toJsonText } from './formats/json';
import { readArguments } from './readOptions';
import type { Surroundings } from './main';

/** Prints the schema that flow files have for other programs, or writes it to a file. */
export async function printSchema(
  args: readonly string[],
  { currentFolder, stdout, loadCatalog }: Pick<Surroundings, 'currentFolder' | 'stdout' | 'loadCatalog'>,
): Promise<void> {
  const { values } = readArguments(args, 0, 'schema', { out: { type: 'string' } });
  const text = toJsonText(strictFlowSchema(await loadCatalog()));
  if (values.out === undefined) stdout.write(text);
  else await writeFile(resolve(currentFolder, values.out), text);
}
