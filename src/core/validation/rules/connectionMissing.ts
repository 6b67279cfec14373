import { isUnset } from '../../catalog/condition';
import { slotPath, type ConnectionSlot } from '../../flow/connectionUse';
import type { FlowNode } from '../../flow/flowNode';
import type { JsonPath } from '../../json/jsonPath';
import { isNeeded } from '../isNeeded';
import { labelPath } from '../labelPath';
import type { Finding, NodeRule } from '../rule';

/** A node that can't do its work without a Connection and names none. */
export const connectionMissing: NodeRule = (context) => {
  if (!context.isComplete || context.node.isDisabled) return [];
  // What is only recorded may be otherwise in the project's version.
  if (context.nodeType?.rank !== 'declared') return [];
  return context.slots.flatMap((slot): Finding[] => {
    if (!isNeeded(slot, context.node) || !isUnset(slot.value)) return [];
    const isThere = slot.field.key in slot.config.value;
    const path = isThere ? slotPath(slot) : whereItIsAskedFor(slot, context.node);
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

function whereItIsAskedFor({ config }: ConnectionSlot, node: FlowNode): JsonPath {
  return 'authType' in config.value ? [...config.path, 'authType'] : labelPath(node);
}
