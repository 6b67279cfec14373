import { slotPath } from '../../flow/connectionUse';
import type { Finding, PlacedNodeRule } from '../rule';

/** A Reference ID of our own making, which the platform does not know. */
export const connectionTemporary: PlacedNodeRule = ({ slots, knowledge }) =>
  slots.flatMap((slot): Finding[] => {
    if (!slot.referenceId || slot.isSelected === false) return [];
    const known = knowledge.referenceId(slot.referenceId);
    if (known.kind !== 'declared' || !known.connection.isTemporary) return [];
    return [
      {
        code: 'connection-temporary',
        severity: 'warning',
        path: slotPath(slot),
        args: [known.connection.name],
      },
    ];
  });
