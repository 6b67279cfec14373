import { leadingNodes } from '../leadingNodes';
import { defineRule } from '../rule';

/**
 * A target that is not on disk. That a whole flow is missing is information only, for it may just not have been
 * pulled; a node that is missing from a flow which is there is a warning.
 */
export const targetMissing = defineRule({
  code: 'target-missing',
  severity: 'warning',
  sentence: {
    node: '{node} leads to a node that isn’t in the flow “{flow}”.',
    flow: '{node} leads to a flow that isn’t in this project’s files.',
  },
  reason:
    'Go To or Execute Flow leads to a node that isn’t in its flow (a warning), or to a flow that isn’t in the project’s files (information: it may not have been pulled).',
  wayOut: 'Choose another target, or pull the flow.',
  ofPlacedNode: ({ node, knowledge }, found) =>
    leadingNodes(node).flatMap(({ target, path }) => {
      const known = knowledge.project?.target(target);
      const args = { node: { node: node.name } };
      if (known?.kind === 'noNode') {
        return [found({ sentence: 'node', path, args: { ...args, flow: known.flow } })];
      }
      if (known?.kind !== 'noFlow') return [];
      return [found({ sentence: 'flow', severity: 'info', path: [...path.slice(0, -1), 'flow'], args })];
    }),
});
