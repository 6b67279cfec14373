import { slotPath } from '../../flow/connectionUse';
import { defineRule } from '../rule';

/** A Connection of a type that the platform has replaced by another. */
export const connectionTypeDeprecated = defineRule({
  code: 'connection-type-deprecated',
  severity: 'info',
  sentence: 'Cognigy.AI has deprecated the type of “{name}”. Use {replacement} instead.',
  reason: 'Cognigy.AI has deprecated the Connection’s type. The message names its replacement.',
  wayOut: 'Create a Connection of the new type, and choose it in the nodes.',
  ofPlacedNode: ({ slots, catalog, knowledge }, found) =>
    slots.flatMap((slot) => {
      if (!slot.referenceId || slot.isSelected === false) return [];
      const known = knowledge.referenceId(slot.referenceId);
      const replacement = known.kind === 'declared' ? catalog.replacementOf(known.connection) : undefined;
      if (known.kind !== 'declared' || !replacement) return [];
      return [found({ path: slotPath(slot), args: { name: known.connection.name, replacement } })];
    }),
  ofConnectionsFile: ({ entries, catalog }, found) =>
    entries.flatMap(({ path, name, type }) => {
      const replacement = catalog.replacementOf(type);
      return replacement ? [found({ path: [...path, 'type'], args: { name, replacement } })] : [];
    }),
});
