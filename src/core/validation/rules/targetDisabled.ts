import { leadingNodes } from '../leadingNodes';
import type { Finding, PlacedNodeRule } from '../rule';

export const targetDisabled: PlacedNodeRule = ({ node, knowledge }) =>
  leadingNodes(node).flatMap(({ target, path }): Finding[] => {
    const known = knowledge.project?.target(target);
    if (known?.kind !== 'found' || !known.isDisabled) return [];
    return [{ code: 'target-disabled', severity: 'warning', path, args: [node.name, known.name] }];
  });
