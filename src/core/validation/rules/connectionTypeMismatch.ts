import { isSameType } from '../../catalog/catalog';
import { slotPath } from '../../flow/connectionUse';
import { defineRule } from '../rule';

/** A Connection of another type than the field accepts; silent unless both types are known. */
export const connectionTypeMismatch = defineRule({
  code: 'connection-type-mismatch',
  severity: 'error',
  sentence: '“{name}” is of type {actual}. {node} needs {needed}.',
  reason:
    'The Connection is of another type than the node needs, so its fields don’t fit. Only reported if both types are known.',
  wayOut: 'Choose another Connection.',
  ofPlacedNode: ({ node, slots, catalog, knowledge }, found) =>
    slots.flatMap((slot) => {
      if (!slot.referenceId || slot.isSelected !== true) return [];
      const known = knowledge.referenceId(slot.referenceId);
      if (known.kind !== 'declared' || isSameType(known.connection, slot.field.connectionType)) return [];
      const actual = catalog.connectionType(known.connection);
      const needed = catalog.connectionType(slot.field.connectionType);
      if (!actual || !needed) return [];
      const isCertain = actual.rank === 'declared' && needed.rank === 'declared';
      return [
        found({
          path: slotPath(slot),
          args: {
            name: known.connection.name,
            actual: { extension: actual.extension, type: actual.type },
            node: { node: node.name },
            needed: { extension: needed.extension, type: needed.type },
          },
          ...(!isCertain && { severity: 'hint' }),
        }),
      ];
    }),
});
