import type { ConnectionTypeKey } from '../catalog/catalog';
import type { ReferenceId } from '../flow/referenceId';

/** What is written down of a Connection; its credentials are elsewhere. */
export interface Connection extends ConnectionTypeKey {
  readonly referenceId: ReferenceId;
  readonly name: string;
  readonly description?: string;
  /** Credential fields of an Extension's type that the user has marked as no secret. */
  readonly plainFields?: readonly string[];
  /** True for a Reference ID of our own making, which the platform does not know. */
  readonly isTemporary: boolean;
  /** The day, as `2026-11-22`, on which its credentials were replaced: older ones elsewhere no longer work. */
  readonly rotatedOn?: string;
}
