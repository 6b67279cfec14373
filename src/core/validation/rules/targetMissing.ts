import { leadingNodes } from '../leadingNodes';
import type { Finding, PlacedNodeRule } from '../rule';

/**
 * A target that is not on disk. That a whole flow is missing is information only, for it may just not have been
 * pulled; a node that is missing from a flow which is there is a warning.
 */
export const targetMissing: PlacedNodeRule = ({ node, knowledge }) =>
  leadingNodes(node).flatMap(({ target, path }): Finding[] => {
    const known = knowledge.project?.target(target);
    if (known?.kind === 'noNode') {
      return [{ code: 'target-missing', severity: 'warning', path, args: [node.name, known.flow] }];
    }
    if (known?.kind !== 'noFlow') return [];
    const flowPath = [...path.slice(0, -1), 'flow'];
    return [{ code: 'target-missing', severity: 'info', path: flowPath, args: [node.name] }];
  });
