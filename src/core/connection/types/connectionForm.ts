import type { ConnectionTypeKey } from '../../catalog/catalog';
import type { Localize } from '../../ports';

/** A credential field as the editor shows it. */
export interface CredentialField {
  /** The platform's `fieldName`. */
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Secret unless we know it is not: a secret value never reaches a webview. */
  readonly isSecret: boolean;
  readonly help?: string;
  /** Why a non-empty value can't be right, as a sentence; undefined when nothing speaks against it. */
  readonly check?: (value: string) => string | undefined;
}

/** The form of one connection type. */
export interface ConnectionForm extends ConnectionTypeKey {
  readonly label: string;
  readonly fields: readonly CredentialField[];
  /** What the platform sends with a request, with ‹placeholders›; absent where it is no HTTP header. */
  readonly sends?: string;
}

/** Builds a form in the user's language. */
export type ConnectionFormSource = ConnectionTypeKey & { readonly build: (t: Localize) => ConnectionForm };

export const coreExtension = '@cognigy/basic-nodes';
