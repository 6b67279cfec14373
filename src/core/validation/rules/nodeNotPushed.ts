import { ownerOf } from '../../connection/nodeOwner';
import { labelPath } from '../labelPath';
import { defineRule } from '../rule';

/** A node that another locale owns, changed here: push sends a locale only what it owns. */
export const nodeNotPushed = defineRule({
  code: 'node-not-pushed',
  severity: { clone: 'warning', elsewhere: 'info' },
  sentence:
    '{node} belongs to {locale} and was changed here. ‘cognigy push’ skips it: change it in {locale}.',
  reason:
    'A node that belongs to another locale was changed here. `cognigy push` sends only the nodes that belong to a locale.',
  wayOut: 'Change the node in its own locale, or localize it on Cognigy.AI.',
  ofPlacedNode({ node, knowledge, isComplete, digest }, found) {
    const owner = isComplete ? ownerOf(node, knowledge.project) : undefined;
    if (!owner || owner.digest === digest()) return [];
    const args = { node: { node: node.name }, locale: owner.locale };
    return [found({ path: labelPath(node), args })];
  },
});
