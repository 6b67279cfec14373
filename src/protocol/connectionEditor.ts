import { textKeys, type FieldChange, type TextKey } from '../core/connection/connectionDraft';

/** The texts of the form that are not part of its state, in the user's language. */
export interface EditorTexts {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly referenceId: string;
  readonly referenceIdHelp: string;
  readonly copy: string;
  readonly credentials: string;
  readonly credentialsHelp: string;
  readonly noCredentialFields: string;
  readonly sends: string;
  readonly replace: string;
  readonly clear: string;
  readonly keep: string;
  readonly willBeCleared: string;
  readonly entered: string;
  readonly lost: string;
  readonly required: string;
  readonly showAll: string;
  readonly save: string;
}

export interface FieldState {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  /** What stands in the input; always empty for a secret. */
  readonly value: string;
  /** The sentence that says when the stored value was set; empty when none is stored. */
  readonly stored: string;
  readonly change: FieldChange['kind'];
  /** The index knows of a value that the secret storage has no more. */
  readonly isLost: boolean;
}

export interface EditorState {
  readonly title: string;
  readonly typeLabel: string;
  /** `Basic Auth (@cognigy/basic-nodes / http_basic)` */
  readonly typeDetail: string;
  readonly banner: string;
  readonly name: string;
  readonly description: string;
  readonly referenceId: string;
  readonly isReferenceIdEditable: boolean;
  /** Whether typing starts in the name: only where nothing was typed before. */
  readonly focusesName: boolean;
  readonly fields: readonly FieldState[];
  readonly sends: string;
  /** `Used by 4 nodes`; empty for none. */
  readonly usedBy: string;
  readonly uses: readonly { readonly label: string; readonly detail: string }[];
  readonly texts: EditorTexts;
}

/** What the host tells the webview. No secret is in it. */
export type ToEditor =
  /** After a reset the webview shows the state and forgets what was typed; else what is typed stays. */
  | { readonly type: 'state'; readonly state: EditorState; readonly isReset: boolean }
  | {
      readonly type: 'errors';
      readonly errors: Readonly<Record<string, string>>;
      readonly focusFirst: boolean;
    };

/** What the webview tells the host. */
export type FromEditor =
  | { readonly type: 'ready' }
  | { readonly type: 'editText'; readonly key: TextKey; readonly value: string }
  | { readonly type: 'editField'; readonly name: string; readonly change: FieldChange }
  | { readonly type: 'secretFocus'; readonly hasFocus: boolean }
  | { readonly type: 'save' }
  | { readonly type: 'copyReferenceId' }
  | { readonly type: 'openUse'; readonly index: number };

/** Narrows what came from a webview; undefined for anything else. */
export function toFromEditor(message: unknown): FromEditor | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, key, value, name, change, hasFocus, index } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
    case 'save':
    case 'copyReferenceId':
      return { type };
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
    (message.type === 'state' || message.type === 'errors');
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
