import type { Connection } from '../core/connection/connection';
import type { ReferenceId } from '../core/flow/referenceId';
import { isObject } from '../core/json/narrow';
import type { LocatedProject } from './workspaceIndex';

/** What `registerAs` is called with. */
export interface RegisterAs {
  readonly owner: LocatedProject;
  readonly referenceId: ReferenceId;
  /** The Connection whose name and type it gets. */
  readonly as: Connection;
  /** Whether that one is of the same project, so that its credentials are the right ones. */
  readonly isOwn: boolean;
}

/** Narrows what the command was called with. */
export function isRegisterAs(value: unknown): value is RegisterAs {
  return isObject(value) && 'owner' in value && 'as' in value && 'referenceId' in value;
}
