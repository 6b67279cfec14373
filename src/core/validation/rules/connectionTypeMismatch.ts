import { isSameType } from '../../catalog/catalog';
import { slotPath } from '../../flow/connectionUse';
import type { Finding, PlacedNodeRule } from '../rule';

/** A Connection of another type than the field accepts; silent unless both types are known. */
export const connectionTypeMismatch: PlacedNodeRule = ({ slots, catalog, knowledge }) =>
  slots.flatMap((slot): Finding[] => {
    if (!slot.referenceId || slot.isSelected !== true) return [];
    const known = knowledge.referenceId(slot.referenceId);
    if (known.kind !== 'declared' || isSameType(known.connection, slot.field.connectionType)) return [];
    const actual = catalog.connectionType(known.connection);
    const accepted = catalog.connectionType(slot.field.connectionType);
    if (!actual || !accepted) return [];
    const isCertain = actual.rank === 'declared' && accepted.rank === 'declared';
    return [
      {
        code: 'connection-type-mismatch',
        severity: isCertain ? 'error' : 'hint',
        path: slotPath(slot),
        args: [
          known.connection.name,
          { extension: actual.extension, type: actual.type },
          { extension: accepted.extension, type: accepted.type },
        ],
      },
    ];
  });
