import { leadingNodes } from '../leadingNodes';
import { defineRule } from '../rule';

export const targetDisabled = defineRule({
  code: 'target-disabled',
  severity: 'warning',
  sentence: '{node} leads to {target}, which is disabled.',
  reason: 'Go To or Execute Flow leads to a disabled node.',
  wayOut: 'Enable the target, or choose another one.',
  ofPlacedNode: ({ node, knowledge }, found) =>
    leadingNodes(node).flatMap(({ target, path }) => {
      const known = knowledge.project?.target(target);
      if (known?.kind !== 'found' || !known.isDisabled) return [];
      return [found({ path, args: { node: { node: node.name }, target: { node: known.name } } })];
    }),
});
