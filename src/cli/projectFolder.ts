import { stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { PlaceOf } from '../core/flow/filePlace';

/**
 * The folder to take for the workspace folder when a single file is asked about: the current one when the file lies in
 * it at a place for flows; else the nearest one around the file with a connections file; else the nearest one from which
 * the file's place can be told.
 */
export async function findProjectFolder(
  file: string,
  currentFolder: string,
  placeOf: PlaceOf,
): Promise<string> {
  const hasPlace = (folder: string) => placeOf(relative(folder, file).replaceAll(sep, '/')) !== undefined;
  if (file.startsWith(currentFolder + sep) && hasPlace(currentFolder)) return currentFolder;
  let nearest: string | undefined;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (hasPlace(folder)) {
      nearest ??= folder;
      if (await exists(join(folder, '.cognigy'))) return folder;
    }
    if (dirname(folder) === folder) return nearest ?? dirname(file);
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
