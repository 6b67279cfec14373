import type { ConnectionTypeKey } from '../catalog/catalog';
import type { ReferenceId } from '../flow/referenceId';

/** What is written down of a Connection; its credentials are elsewhere. */
export interface Connection extends ConnectionTypeKey {
  readonly referenceId: ReferenceId;
  readonly name: string;
  readonly description?: string;
  /** True for a Reference ID of our own making, which the platform does not know. */
  readonly isTemporary: boolean;
}
