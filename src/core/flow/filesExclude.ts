import { asString, isObject } from '../json/narrow';
import { baseName, parentFolder } from './filePlace';
import { compileGlob } from './glob';

/** What VS Code's setting `files.exclude` leaves out. Paths are relative to the workspace folder. */
export interface FilesExclude {
  /** Whether a file or a folder, or a folder that it is in, is left out whatever lies beside it. */
  readonly excludes: (path: string) => boolean;
  /** Files and folders each of which, if it is there, has a path left out: the setting's `when`. */
  readonly excludersOf: (path: string) => readonly string[];
}

interface Condition {
  readonly matches: (path: string) => boolean;
  readonly when: string;
}

/** Reads the setting as it is for a workspace folder; what is no glob, or no condition, excludes nothing. */
export function createFilesExclude(setting: unknown): FilesExclude {
  const always: ((path: string) => boolean)[] = [];
  const conditions: Condition[] = [];
  for (const [glob, value] of Object.entries(isObject(setting) ? setting : {})) {
    const matches = compileGlob(glob.trim().replace(/(?<=.)\/$/, ''));
    if (!matches) continue;
    const when = isObject(value) ? asString(value.when) : undefined;
    if (value === true) always.push(matches);
    else if (when !== undefined) conditions.push({ matches, when });
  }
  return {
    excludes: (path) => withFolders(path).some((part) => always.some((matches) => matches(part))),
    excludersOf: (path) =>
      (conditions.length > 0 ? withFolders(path) : []).flatMap((part) =>
        conditions.filter(({ matches }) => matches(part)).map(({ when }) => beside(part, when)),
      ),
  };
}

/** A path after all folders that it is in. */
function withFolders(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** VS Code writes the name of the file without its extension into the condition. */
function beside(path: string, when: string): string {
  const folder = parentFolder(path);
  const name = baseName(path).replace(/(?<=.)\.[^.]*$/, '');
  const sibling = when.replaceAll('$(basename)', () => name);
  return folder === '' ? sibling : `${folder}/${sibling}`;
}
