import type { ConnectionTypeKey } from '../catalog/catalog';
import type { DraftErrors, DraftHints, FieldChange, TextKey } from '../connection/connectionDraft';
import type { Filling } from '../connection/fill/filling';
import type { TypeIcon } from '../connection/types/typeIcon';

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
  /** For a curl command without any. */
  readonly nothingInCurl: string;
  /** `{0}` stands for options of a curl command. */
  readonly notUnderstood: string;
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

/** What the host tells the webview. No secret is in it. */
export type ToEditor =
  /** After a reset the webview shows the state and forgets what was typed; else untouched inputs alone follow it. */
  | { readonly type: 'state'; readonly state: EditorState; readonly isReset: boolean }
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
  | { readonly type: 'save' }
  | { readonly type: 'reload' }
  | { readonly type: 'copyReferenceId' }
  | { readonly type: 'copyField'; readonly name: string }
  | { readonly type: 'fillFieldFromFile'; readonly name: string }
  | { readonly type: 'chooseServiceAccount' }
  | { readonly type: 'markPlain'; readonly name: string; readonly isPlain: boolean }
  | { readonly type: 'addField'; readonly name: string }
  | { readonly type: 'openUse'; readonly index: number };
