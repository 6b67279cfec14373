import { asString, isObject } from '../../json/narrow';
import { toFilling, type Filling, type FillTarget } from './filling';

/** Google's service-account file: JSON with `"type": "service_account"`. */
export function fillFromServiceAccount(
  text: string,
  target: FillTarget,
  fileName: string | undefined,
): Filling | undefined {
  const account = parse(text);
  if (!isObject(account) || account.type !== 'service_account') return undefined;
  const projectId = asString(account.project_id);
  return toFilling('serviceAccount', target, {
    googleCredentialsFileName: fileName ?? `${projectId ?? 'service-account'}.json`,
    credentialsStringified: JSON.stringify(account),
    clientEmail: asString(account.client_email),
    privateKey: asString(account.private_key),
    projectId,
  });
}

function parse(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
