import { ownerOf } from '../../connection/nodeOwner';
import { labelPath } from '../labelPath';
import type { PlacedNodeRule } from '../rule';

/** A node that another locale owns, changed here: push sends a locale only what it owns. */
export const nodeNotPushed: PlacedNodeRule = ({ node, knowledge, isComplete, digest }) => {
  const owner = isComplete ? ownerOf(node, knowledge.project) : undefined;
  if (!owner || owner.digest === digest()) return [];
  return [
    {
      code: 'node-not-pushed',
      severity: 'info',
      path: labelPath(node),
      args: [node.name, owner.locale],
    },
  ];
};
