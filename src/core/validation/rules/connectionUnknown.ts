import { slotPath } from '../../flow/connectionUse';
import { defineRule } from '../rule';

/**
 * A Reference ID that nobody in the project declares. A hint while the project declares nothing at all, for then
 * every ID is unknown, where the field is known from records only, and where it is decided at run time whether it
 * counts; silent while the declarations can't be read.
 */
export const connectionUnknown = defineRule({
  code: 'connection-unknown',
  severity: 'warning',
  sentence:
    'This Reference ID isn’t registered in this project. If the Connection was deleted on Cognigy.AI, the flow hangs at {node}.',
  reason:
    'A node names a Connection that isn’t registered in its project. If the Connection was deleted on Cognigy.AI, the flow hangs at that node. A hint while no Connections are registered in the project. Not reported while the connections file can’t be read, nor for a Connection that the node’s settings don’t use.',
  wayOut: 'Register the Reference ID in the Connections view, or correct it in the node.',
  ofPlacedNode: ({ node, slots, nodeType, knowledge }, found) =>
    slots.flatMap((slot) => {
      if (!slot.referenceId || slot.isSelected === false) return [];
      const { kind } = knowledge.referenceId(slot.referenceId);
      if (kind === 'declared' || kind === 'notKnowable') return [];
      const isCertain = kind === 'undeclared' && nodeType?.rank === 'declared' && slot.isSelected === true;
      return [
        found({
          path: slotPath(slot),
          args: { node: { node: node.name } },
          ...(!isCertain && { severity: 'hint' }),
        }),
      ];
    }),
});
