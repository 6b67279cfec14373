import type { Localize } from '../../ports';
import { audioCodesFields } from './fields/audioCodes';
import { basicFields } from './fields/basicNodes';
import { mongodbFields } from './fields/mongodb';
import { mssqlFields } from './fields/mssql';
import { sharedFields } from './fields/shared';
import { smtpFields } from './fields/smtp';
import { voiceFields } from './fields/voice';
import { voiceGatewayFields } from './fields/voiceGateway';
import type { FieldTexts, Texts } from './text';

/** Texts of keys by extension and node type; those of the key `''` are of every type of the extension. */
export const fieldTexts: Readonly<Record<string, FieldTexts>> = {
  '@cognigy/basic-nodes': { ...basicFields, '': { ...voiceFields, ...sharedFields } },
  '@cognigy/mongodb': mongodbFields,
  '@cognigy/mssql': mssqlFields,
  '@cognigy/smtp': smtpFields,
  '@cognigy/voicegateway': audioCodesFields,
  '@cognigy/voicegateway2': voiceGatewayFields,
};

/**
 * What a key of a node's config is for, in one sentence. Undefined for keys of other Extensions, and for those that
 * few people meet.
 */
export function describeField(
  extension: string,
  nodeType: string,
  key: string,
  t: Localize,
): string | undefined {
  const ofExtension = own(fieldTexts, extension);
  if (!ofExtension) return undefined;
  const find = (type: string) => own(own(ofExtension, type) ?? none, key);
  return (find(nodeType) ?? find(''))?.(t);
}

const none: Texts = {};

/** What files name may be `constructor`. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
