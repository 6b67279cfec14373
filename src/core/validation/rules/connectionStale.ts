import { slotPath } from '../../flow/connectionUse';
import type { Finding, PlacedNodeRule } from '../rule';

/** A Reference ID under a key that the node's settings do not select; such leftovers once broke nodes (release 4.78). */
export const connectionStale: PlacedNodeRule = ({ slots, knowledge }) =>
  slots.flatMap((slot): Finding[] => {
    if (!slot.referenceId || slot.isSelected !== false) return [];
    const known = knowledge.referenceId(slot.referenceId);
    return [
      {
        code: 'connection-stale',
        severity: 'hint',
        path: slotPath(slot),
        tag: 'unnecessary',
        args: [known.kind === 'declared' ? known.connection.name : ''],
      },
    ];
  });
