import type { ConnectionUse } from '../flow/connectionUse';
import type { ReferenceId } from '../flow/referenceId';
import type { Connection } from './connection';

/** Which nodes name which Connections, made once to be asked often. */
export interface UsesByNode {
  /** What a node names under a key. */
  readonly ids: ReadonlyMap<string, ReadonlySet<ReferenceId>>;
  /** Where a Connection is named, as `ids` has it. */
  readonly places: ReadonlyMap<ReferenceId, ReadonlySet<string>>;
}

export function usesByNode(uses: readonly ConnectionUse[]): UsesByNode {
  const ids = new Map<string, Set<ReferenceId>>();
  const places = new Map<ReferenceId, Set<string>>();
  for (const { nodeId, key, referenceId } of uses) {
    if (nodeId === undefined) continue;
    const place = `${nodeId} ${key}`;
    ids.set(place, (ids.get(place) ?? new Set()).add(referenceId));
    places.set(referenceId, (places.get(referenceId) ?? new Set()).add(place));
  }
  return { ids, places };
}

/**
 * The Connection that the same nodes name elsewhere: before, or in another environment. Importing a package anew gives
 * Connections other Reference IDs and leaves node ids as they are. Undefined unless all nodes that are found agree.
 */
export function formerConnection(
  referenceId: ReferenceId,
  uses: UsesByNode,
  elsewhere: UsesByNode,
  declared: (referenceId: ReferenceId) => Connection | undefined,
): Connection | undefined {
  const own = [...(uses.places.get(referenceId) ?? [])];
  const former = new Set(own.flatMap((place) => [...(elsewhere.ids.get(place) ?? [])]));
  const [only, ...others] = former;
  if (only === undefined || only === referenceId || others.length > 0) return undefined;
  return declared(only);
}
