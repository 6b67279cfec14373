import { isUnset } from '../../catalog/condition';
import { slotPath, type ConnectionSlot } from '../../flow/connectionUse';
import { isNeeded } from '../isNeeded';
import type { Finding, NodeRule } from '../rule';

/** A node that can't do its work without a Connection and names none. */
export const connectionMissing: NodeRule = (context) => {
  if (!context.isComplete || context.node.isDisabled) return [];
  return context.slots.flatMap((slot): Finding[] => {
    if (!isNeeded(slot, context.node, context.nodeType) || !isUnset(slot.value)) return [];
    const isThere = slot.field.key in slot.config.value;
    const path = isThere ? slotPath(slot) : whereItIsAskedFor(slot);
    return [
      {
        code: 'connection-missing',
        severity: 'warning',
        path,
        args: [slot.field.connectionType],
      },
    ];
  });
};

function whereItIsAskedFor({ config }: ConnectionSlot): readonly (string | number)[] {
  return 'authType' in config.value ? [...config.path, 'authType'] : config.path;
}
