import type { ReferenceId } from '../flow/referenceId';
import { suggestName, type UndeclaredConnection } from './projectConnections';

/**
 * A name for each Connection that has none: as `suggestName`, but such that Cognigy.AI takes it, and no two the same.
 * `taken` are names that others have.
 */
export function suggestNames(
  entries: readonly UndeclaredConnection[],
  taken: readonly string[],
): ReadonlyMap<ReferenceId, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return new Map(
    entries.map((entry) => {
      const base = toAllowed(suggestName(entry)) || entry.referenceId;
      let name = base;
      for (let count = 2; used.has(name.toLowerCase()); count++) name = `${base} ${count}`;
      used.add(name.toLowerCase());
      return [entry.referenceId, name];
    }),
  );
}

/** The platform's limits for names, with room for a number. */
function toAllowed(name: string): string {
  return name
    .replaceAll(/[\\/:*?"<>|¥]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 190)
    .trim();
}
