import { isUnset } from '../../catalog/condition';
import { slotPath, type ConnectionSlot } from '../../flow/connectionUse';
import type { FlowNode } from '../../flow/flowNode';
import type { JsonPath } from '../../json/jsonPath';
import { isNeeded } from '../isNeeded';
import { labelPath } from '../labelPath';
import { defineRule } from '../rule';

/** A node that can't do its work without a Connection and names none. */
export const connectionMissing = defineRule({
  code: 'connection-missing',
  severity: 'warning',
  sentence: 'No Connection is selected. {node} needs {type}.',
  reason:
    'The node, or its authentication type, needs a Connection and none is selected, so the node fails when it runs. A hint for nodes of Extensions: the installed version may differ from the known one. Disabled nodes aren’t checked.',
  wayOut: 'Choose a Connection.',
  ofNode({ node, nodeType, slots, isComplete }, found) {
    if (!isComplete || node.isDisabled || !nodeType) return [];
    return slots.flatMap((slot) => {
      if (!isNeeded(slot, node, slot.config.value) || !isUnset(slot.value)) return [];
      const isThere = slot.field.key in slot.config.value;
      return [
        found({
          path: isThere ? slotPath(slot) : whereItIsAskedFor(slot, node),
          args: { node: { node: node.name }, type: slot.field.connectionType },
          ...(nodeType.rank === 'recorded' && { severity: 'hint' }),
        }),
      ];
    });
  },
});

function whereItIsAskedFor({ config }: ConnectionSlot, node: FlowNode): JsonPath {
  return 'authType' in config.value ? [...config.path, 'authType'] : labelPath(node);
}
