import { predecessor } from '../../flow/flowGraph';
import type { FlowNode } from '../../flow/flowNode';
import { nodeTargetsIn } from '../../flow/nodeTarget';
import { isCoreNode } from '../isCoreNode';
import { labelPath } from '../labelPath';
import { leadingNodes } from '../leadingNodes';
import type { PlacedNodeRule } from '../rule';

/**
 * A node right after one that leaves the flow. Entry points, and what another node leads to, run all the same; while
 * not every flow that could lead there is known, this is a hint.
 */
export const unreachable: PlacedNodeRule = ({ node, graph, flow, knowledge, isComplete }) => {
  if (!isComplete || node.isDisabled || node.value.isEntryPoint === true || isNoLoss(node)) return [];
  const before = predecessor(graph, node.id ?? '');
  if (!before || !isTerminator(before) || node.referenceId === undefined) return [];
  if (isTargetIn(flow.nodes, node.referenceId)) return [];
  const isTarget = knowledge.project?.isTarget(node.referenceId);
  if (isTarget === true) return [];
  return [
    {
      code: 'unreachable',
      severity: isTarget === false ? 'warning' : 'hint',
      path: labelPath(node),
      args: [node.name, before.name],
      related: [{ path: labelPath(before), name: before.name }],
    },
  ];
};

/** What ends a flow after it was left is a habit, not a mistake. */
function isNoLoss({ type }: FlowNode): boolean {
  return type === 'end' || type === 'stop';
}

function isTerminator(node: FlowNode): boolean {
  return isCoreNode(node, 'stop') || (isCoreNode(node, 'goTo') && leadingNodes(node).length > 0);
}

function isTargetIn(nodes: readonly FlowNode[], referenceId: string): boolean {
  return nodes.some(({ configs }) =>
    configs.some(({ value }) => nodeTargetsIn(value).some((target) => target.node === referenceId)),
  );
}
