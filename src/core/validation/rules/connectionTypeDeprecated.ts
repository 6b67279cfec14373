import { slotPath } from '../../flow/connectionUse';
import type { Finding, PlacedNodeRule } from '../rule';

/** A Connection of a type that the platform has replaced by another. */
export const connectionTypeDeprecated: PlacedNodeRule = ({ slots, catalog, knowledge }) =>
  slots.flatMap((slot): Finding[] => {
    if (!slot.referenceId || slot.isSelected === false) return [];
    const known = knowledge.referenceId(slot.referenceId);
    const replacement = known.kind === 'declared' ? catalog.replacementOf(known.connection) : undefined;
    if (known.kind !== 'declared' || !replacement) return [];
    return [
      {
        code: 'connection-type-deprecated',
        severity: 'info',
        path: slotPath(slot),
        args: [known.connection.name, replacement],
      },
    ];
  });
