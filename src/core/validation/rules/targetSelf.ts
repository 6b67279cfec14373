import { leadingNodes } from '../leadingNodes';
import { defineRule } from '../rule';

export const targetSelf = defineRule({
  code: 'target-self',
  severity: 'warning',
  sentence: '{node} leads to itself.',
  reason: 'A node leads to itself, so the flow never continues.',
  wayOut: 'Choose another target.',
  ofPlacedNode: ({ node, knowledge }, found) =>
    leadingNodes(node)
      .filter(({ target }) => target.node === node.referenceId)
      .filter(({ target }) => (knowledge.project?.ownFlow ?? target.flow) === target.flow)
      .map(({ path }) => found({ path, args: { node: { node: node.name } } })),
});
