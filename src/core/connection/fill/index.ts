import { fillFromConnectionString } from './connectionString';
import { fillFromCurl } from './curl';
import { maximumFileSize, type Filling, type FillTarget } from './filling';
import { fillFromServiceAccount } from './serviceAccount';

/**
 * What a text holds for the fields of a form: a curl command, a connection string, or Google's service-account file.
 * Undefined for any other text, and for one that has nothing for this form. `fileName` is that of a dropped file.
 */
export function fillFrom(text: string, target: FillTarget, fileName?: string): Filling | undefined {
  if (text.length > maximumFileSize) return undefined;
  return (
    fillFromServiceAccount(text, target, fileName) ??
    fillFromCurl(text, target) ??
    fillFromConnectionString(text, target)
  );
}
