import type { FilePlace } from '../../core/flow/filePlace';

const validated: ReadonlySet<FilePlace['kind']> = new Set([
  'flow',
  'packageNode',
  'packageChart',
  'connectionsFile',
  'ruleSettings',
  'flowResource',
  'locales',
  'intents',
]);

/** Whether files at a place have problems of ours. */
export function isValidated(place: FilePlace | undefined): boolean {
  return place !== undefined && validated.has(place.kind);
}
