import type { ConnectionUse } from '../flow/connectionUse';
import type { ReferenceId } from '../flow/referenceId';
import type { Connection } from './connection';

/**
 * The Connection that the same nodes name elsewhere: before, or in another environment. Importing a package anew gives
 * Connections other Reference IDs and leaves node ids as they are. Undefined unless all nodes that are found agree.
 */
export function formerConnection(
  referenceId: ReferenceId,
  uses: readonly ConnectionUse[],
  elsewhere: readonly ConnectionUse[],
  declared: (referenceId: ReferenceId) => Connection | undefined,
): Connection | undefined {
  const own = new Set(
    uses.filter((use) => use.referenceId === referenceId && use.nodeId !== undefined).map(slotOf),
  );
  const former = new Set(elsewhere.filter((use) => own.has(slotOf(use))).map((use) => use.referenceId));
  const [only, ...others] = former;
  if (only === undefined || only === referenceId || others.length > 0) return undefined;
  return declared(only);
}

function slotOf({ nodeId, key }: ConnectionUse): string {
  return `${nodeId ?? ''} ${key}`;
}
