import { leadingNodes } from '../leadingNodes';
import type { PlacedNodeRule } from '../rule';

/** A node that leads to itself: the flow never gets on. */
export const targetSelf: PlacedNodeRule = ({ node, knowledge }) =>
  leadingNodes(node)
    .filter(({ target }) => target.node === node.referenceId)
    .filter(({ target }) => (knowledge.project?.ownFlow ?? target.flow) === target.flow)
    .map(({ path }) => ({ code: 'target-self', severity: 'warning', path, args: [node.name] }));
