import type { ConnectionUse } from '../flow/connectionUse';
import { toReferenceId } from '../flow/referenceId';
import { asString, isObject } from '../json/narrow';

/**
 * The Connection that an LLM resource names, as the platform writes it to disk (`largelanguagemodels/<name>.json`).
 * An `_id` in place of the Reference ID names none, for nothing on disk says whose it is. Which types of Connection fit
 * is the provider's business, so that a Connection that only LLMs name has no type here until it is declared.
 */
export function readLlmUse(value: unknown, fileName: string): ConnectionUse | undefined {
  if (!isObject(value)) return undefined;
  const key = 'connectionId';
  const referenceId = toReferenceId(value[key]);
  if (!referenceId) return undefined;
  const name = asString(value.name) ?? '';
  return {
    user: 'llm',
    referenceId,
    connectionType: undefined,
    key,
    path: [key],
    nodeId: undefined,
    nodeLabel: name === '' ? fileName : name,
    isDisabled: false,
    urlHost: undefined,
  };
}
