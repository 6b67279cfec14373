import { slotPath } from '../../flow/connectionUse';
import { defineRule } from '../rule';

/** A Reference ID of our own making, which the platform does not know. */
export const connectionTemporary = defineRule({
  code: 'connection-temporary',
  severity: 'warning',
  sentence:
    '“{name}” isn’t linked to Cognigy.AI yet, so a pushed flow hangs at {node}. Create the Connection on Cognigy.AI, then choose Link to Cognigy.AI.',
  reason:
    'The Connection was created here and has no Reference ID from Cognigy.AI yet, so a pushed flow hangs at the node.',
  wayOut: 'Create the Connection on Cognigy.AI, then choose **Link to Cognigy.AI…**.',
  ofPlacedNode: ({ node, slots, knowledge }, found) =>
    slots.flatMap((slot) => {
      if (!slot.referenceId || slot.isSelected === false) return [];
      const known = knowledge.referenceId(slot.referenceId);
      if (known.kind !== 'declared' || !known.connection.isTemporary) return [];
      const args = { name: known.connection.name, node: { node: node.name } };
      return [found({ path: slotPath(slot), args })];
    }),
});
