import type { ConnectionTypeKey } from '../../catalog/catalog';
import type { Localize } from '../../ports';

/** What is worth a second look in a value that may be saved all the same. */
export interface FieldHint {
  readonly sentence: string;
  /** How many characters at the value's start are too much: *Remove* drops them. */
  readonly surplus?: number;
}

/** A credential field as the editor shows it. */
export interface CredentialField {
  /** The platform's `fieldName`. */
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Secret unless we know it is not: a secret value never reaches a webview. */
  readonly isSecret: boolean;
  /** No secret because the connections file says so, not because its type does. */
  readonly isPlainByChoice?: boolean;
  /** Whether a value is secret although the field is not, as a URL with a password in it. */
  readonly isSecretValue?: (value: string) => boolean;
  /** Values of several lines, such as keys in PEM form: line breaks belong to them. */
  readonly isMultiline?: boolean;
  readonly help?: string;
  /** Why a non-empty value can't be right, as a sentence; undefined when nothing speaks against it. */
  readonly check?: (value: string) => string | undefined;
  readonly hint?: (value: string) => FieldHint | undefined;
}

/** Where a type is used: the groups of New Connection, in this order, and the icon. */
export const typeFamilies = [
  'http',
  'mail',
  'database',
  'languageModel',
  'speech',
  'translation',
  'storage',
  'documents',
] as const;
export type TypeFamily = (typeof typeFamilies)[number];

/** The form of one connection type. */
export interface ConnectionForm extends ConnectionTypeKey {
  readonly label: string;
  readonly fields: readonly CredentialField[];
  /** What the platform sends with a request, with ‹placeholders›; absent where it is no HTTP header. */
  readonly sends?: string;
  /** Whether the user says which fields are no secret: those of Extensions, of which we know nothing. */
  readonly hasPlainChoice?: boolean;
  /** Whether the fields are not known here: the user names them. */
  readonly isFree?: boolean;
  /** Whether a service-account file of Google fills the fields. */
  readonly takesServiceAccount?: boolean;
}

/** A form made by hand, in the user's language where it has sentences. */
export interface ConnectionFormSource extends ConnectionTypeKey {
  readonly family: TypeFamily;
  readonly label: (t: Localize) => string;
  readonly fields: (t: Localize) => readonly CredentialField[];
  readonly sends?: (t: Localize) => string;
  readonly takesServiceAccount?: boolean;
}
