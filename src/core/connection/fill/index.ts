import { fillFromConnectionString } from './connectionString';
import { fillFromCurl } from './curl';
import type { Filling, FillTarget } from './filling';
import { fillFromServiceAccount } from './serviceAccount';

/** Longer texts are none of what we know. */
const maximumLength = 100_000;

/**
 * What a text holds for the fields of a form: a curl line, a connection string, or Google's service-account file.
 * Undefined for any other text, and for one that has nothing for this form. `fileName` is that of a dropped file.
 */
export function fillFrom(text: string, target: FillTarget, fileName?: string): Filling | undefined {
  if (text.length > maximumLength) return undefined;
  return (
    fillFromServiceAccount(text, target, fileName) ??
    fillFromCurl(text, target) ??
    fillFromConnectionString(text, target)
  );
}
