import type { Localize } from '../ports';
import type { ConnectionsFileTrouble } from './connectionsFile';
import type { FileTrouble } from './fileFacts';

/** Why a flow file can't be read, as the end of a sentence that began with its name. */
export function describeFileTrouble(trouble: FileTrouble, t: Localize): string {
  switch (trouble.kind) {
    case 'syntax':
      return t('not valid JSON (line {0})', trouble.line);
    case 'empty':
      return t('empty');
    case 'tooLarge':
      return t('too large to check ({0} MB)', Math.round(trouble.bytes / 1024 / 1024));
    case 'tooDeep':
      return t('nested too deeply to check');
    case 'notAFile':
      return t('a folder, not a file');
    case 'failed':
      return t('can’t be opened');
  }
}

/** What is the matter with a glob of flow files. */
export function describeBadGlob(glob: string, t: Localize): string {
  return t('“{0}” is no glob of files in the workspace folder.', glob);
}

/** What is the matter with a connections file. `fileName` is its last path segment. */
export function describeConnectionsFileTrouble(
  fileName: string,
  trouble: ConnectionsFileTrouble,
  t: Localize,
): string {
  switch (trouble.kind) {
    case 'unreadable':
      return t('{0} can’t be read (line {1}).', fileName, trouble.line);
    case 'conflict':
      return t('{0} has merge conflicts (line {1}).', fileName, trouble.line);
    case 'newerVersion':
      return t('{0} was written by a newer version.', fileName);
  }
}
