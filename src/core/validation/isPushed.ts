import type { FilePlace } from '../flow/filePlace';

/** Whether `cognigy push` reads a file, where it is in a clone. A package has flow resources under other names. */
export function isPushed(place: FilePlace, path: string): boolean {
  if (place.kind === 'flow') return place.locale !== undefined;
  return isCompanion(place) && (place.kind !== 'flowResource' || path.endsWith('/config.json'));
}

/** Whether a file is one of those that are beside charts. */
export function isCompanion({ kind }: FilePlace): boolean {
  return kind === 'locales' || kind === 'intents' || kind === 'flowResource';
}
