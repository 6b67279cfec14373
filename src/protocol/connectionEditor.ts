import { textKeys, type FieldChange, type TextKey } from '../core/connection/connectionDraft';
import type { FromEditor, ToEditor } from '../core/draft/formMessages';

/** Narrows what came from a webview; undefined for anything else. */
export function toFromEditor(message: unknown): FromEditor | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, key, value, name, change, hasFocus, index, isPlain } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
    case 'save':
    case 'reload':
    case 'copyReferenceId':
    case 'chooseServiceAccount':
      return { type };
    case 'copyField':
    case 'fillFieldFromFile':
    case 'addField':
      return typeof name === 'string' ? { type, name } : undefined;
    case 'markPlain':
      return typeof name === 'string' && typeof isPlain === 'boolean' ? { type, name, isPlain } : undefined;
    case 'editText':
      return isTextKey(key) && typeof value === 'string' ? { type, key, value } : undefined;
    case 'editField': {
      const narrowed = toFieldChange(change);
      return typeof name === 'string' && narrowed ? { type, name, change: narrowed } : undefined;
    }
    case 'secretFocus':
      return typeof hasFocus === 'boolean' ? { type, hasFocus } : undefined;
    case 'openUse':
      return typeof index === 'number' ? { type, index } : undefined;
    default:
      return undefined;
  }
}

/** Narrows what came from the host, whose messages are made by our own code: by their type alone. */
export function toToEditor(message: unknown): ToEditor | undefined {
  const isOurs =
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    (message.type === 'state' || message.type === 'findings');
  return isOurs ? (message as ToEditor) : undefined;
}

function isTextKey(key: unknown): key is TextKey {
  return textKeys.some((candidate) => candidate === key);
}

function toFieldChange(change: unknown): FieldChange | undefined {
  if (typeof change !== 'object' || change === null || !('kind' in change)) return undefined;
  if (change.kind === 'keep' || change.kind === 'clear') return { kind: change.kind };
  if (change.kind !== 'replace' || !('value' in change) || typeof change.value !== 'string') return undefined;
  return { kind: 'replace', value: change.value };
}
