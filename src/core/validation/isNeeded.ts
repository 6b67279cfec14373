import { hasCognigyScript, isUnset } from '../catalog/condition';
import type { ConnectionSlot } from '../flow/connectionUse';
import type { FlowNode } from '../flow/flowNode';
import type { JsonObject } from '../json/narrow';

/**
 * Whether a node can't do its work while a field for Connections is empty. Descriptors of the core call only those
 * without a condition required; of an HTTP Request and a Send Email the settings that select a field make it so.
 */
export function isNeeded(
  { field, isSelected }: Pick<ConnectionSlot, 'field' | 'isSelected'>,
  { extension, type }: FlowNode,
  config: JsonObject,
): boolean {
  if (isSelected !== true) return false;
  if (field.required) return true;
  if (extension === '@cognigy/basic-nodes') return type === 'httpRequest';
  if (extension !== '@cognigy/smtp' || type !== 'sendEmail') return false;
  // With a server of one's own the authentication counts for nothing, whatever it says.
  const { smtpType } = config;
  if (hasCognigyScript(smtpType)) return false;
  return (field.key === 'connection') === (isUnset(smtpType) || smtpType === 'otherSmtp');
}
