import { isUnset } from '../../catalog/condition';
import { slotPath, type ConnectionSlot } from '../../flow/connectionUse';
import type { Finding, NodeContext, NodeRule } from '../rule';

/** A node that can't do its work without a Connection and names none. */
export const connectionMissing: NodeRule = (context) => {
  if (!context.isComplete || context.node.isDisabled) return [];
  return context.slots.flatMap((slot): Finding[] => {
    if (!isNeeded(slot, context) || !isUnset(slot.value)) return [];
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

/** Descriptors call the four fields of an HTTP Request optional; its choice of authentication makes one required. */
function isNeeded({ field, isSelected }: ConnectionSlot, { node, nodeType }: NodeContext): boolean {
  if (isSelected !== true || nodeType?.rank !== 'declared') return false;
  return field.required || (node.extension === '@cognigy/basic-nodes' && node.type === 'httpRequest');
}

function whereItIsAskedFor({ config }: ConnectionSlot): readonly (string | number)[] {
  return 'authType' in config.value ? [...config.path, 'authType'] : config.path;
}
