import type { ConnectionTypeKey } from '../core/catalog/catalog';
import {
  textKeys,
  type DraftErrors,
  type DraftHints,
  type FieldChange,
  type TextKey,
} from '../core/connection/connectionDraft';
import type { Filling } from '../core/connection/fill/filling';
import type { TypeIcon } from '../core/connection/types/typeIcon';

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
  readonly reload: string;
  readonly remove: string;
  readonly undo: string;
  readonly copyValue: string;
  readonly fromFile: string;
  readonly serviceAccount: string;
  readonly notASecret: string;
  readonly newField: string;
  readonly addField: string;
  /** What was filled in by a paste or a drop; `{0}` stands for the labels of the fields. */
  readonly filledFrom: Readonly<Record<Filling['source'], string>>;
  /** Why nothing was filled in from a dropped file; `{0}` stands for its name. */
  readonly dropped: Readonly<Record<'unknown' | 'tooLarge' | 'unreadable', string>>;
}

export interface FieldState {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  readonly isMultiline: boolean;
  /** Whether the user can say that it is no secret. */
  readonly hasPlainChoice: boolean;
  readonly isMarkedPlain: boolean;
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
  readonly icon: TypeIcon;
  readonly typeLabel: string;
  /** `Basic Auth (@cognigy/basic-nodes / http_basic)` */
  readonly typeDetail: string;
  readonly type: ConnectionTypeKey;
  readonly banner: string;
  /** Whether the banner offers to take over what is stored. */
  readonly canReload: boolean;
  readonly name: string;
  readonly description: string;
  readonly referenceId: string;
  readonly isReferenceIdEditable: boolean;
  /** Whether typing starts in the name: only where nothing was typed before. */
  readonly focusesName: boolean;
  readonly fields: readonly FieldState[];
  readonly canAddField: boolean;
  readonly takesServiceAccount: boolean;
  readonly sends: string;
  /** `Used by 4 nodes`; empty for none. */
  readonly usedBy: string;
  readonly uses: readonly { readonly label: string; readonly detail: string }[];
  readonly texts: EditorTexts;
}

/** Where a form stands: all of it that outlives its webview. */
export interface FormPlace {
  /** In pixels. */
  readonly scrollTop: number;
  /** The key of the input that had the focus last, as in `DraftErrors`; empty for none. */
  readonly focused: string;
}

/** What the host tells the webview. No secret is in it. */
export type ToEditor =
  /** After a reset the webview shows the state and forgets what was typed; else untouched inputs alone follow it. */
  | {
      readonly type: 'state';
      readonly state: EditorState;
      readonly isReset: boolean;
      /** Where the editor stood that this one takes the place of. */
      readonly place?: FormPlace;
    }
  /** To be answered with `place`. */
  | { readonly type: 'askPlace' }
  | {
      readonly type: 'findings';
      readonly errors: DraftErrors;
      readonly hints: DraftHints;
      readonly focusFirst: boolean;
    };

/** What the webview tells the host. */
export type FromEditor =
  | { readonly type: 'ready' }
  | { readonly type: 'editText'; readonly key: TextKey; readonly value: string }
  | { readonly type: 'editField'; readonly name: string; readonly change: FieldChange }
  | { readonly type: 'secretFocus'; readonly hasFocus: boolean }
  | { readonly type: 'place'; readonly place: FormPlace; readonly hasFocus: boolean }
  | { readonly type: 'save' }
  | { readonly type: 'reload' }
  | { readonly type: 'copyReferenceId' }
  | { readonly type: 'copyField'; readonly name: string }
  | { readonly type: 'fillFieldFromFile'; readonly name: string }
  | { readonly type: 'chooseServiceAccount' }
  | { readonly type: 'markPlain'; readonly name: string; readonly isPlain: boolean }
  | { readonly type: 'addField'; readonly name: string }
  | { readonly type: 'openUse'; readonly index: number };

/** Narrows what came from a webview; undefined for anything else. */
export function toFromEditor(message: unknown): FromEditor | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const fields = message as Record<string, unknown>;
  const { type, key, value, name, change, hasFocus, index, isPlain } = fields;
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
    case 'place': {
      const place = toFormPlace(fields.place);
      return place && typeof hasFocus === 'boolean' ? { type, place, hasFocus } : undefined;
    }
    case 'openUse':
      return typeof index === 'number' ? { type, index } : undefined;
    default:
      return undefined;
  }
}

/** Narrows what a webview kept or told of its place; undefined for anything else. */
export function toFormPlace(value: unknown): FormPlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { scrollTop, focused } = value as Record<string, unknown>;
  return typeof scrollTop === 'number' && typeof focused === 'string' ? { scrollTop, focused } : undefined;
}

/** Narrows what came from the host, whose messages are made by our own code: by their type alone. */
export function toToEditor(message: unknown): ToEditor | undefined {
  const isOurs =
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    (message.type === 'state' || message.type === 'findings' || message.type === 'askPlace');
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
