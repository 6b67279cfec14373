import { leadingNodes } from '../leadingNodes';
import type { Finding, NodeRule } from '../rule';

export const targetDisabled: NodeRule = ({ node, knowledge }) =>
  leadingNodes(node).flatMap(({ target, path }): Finding[] => {
    const known = knowledge.project?.target(target);
    if (known?.kind !== 'found' || !known.isDisabled) return [];
    return [{ code: 'target-disabled', severity: 'warning', path, args: [node.name, known.name] }];
  });
