import type { Flow } from '../../flow/flow';
import { predecessor } from '../../flow/flowGraph';
import type { FlowNode } from '../../flow/flowNode';
import { nodeTargetsIn } from '../../flow/nodeTarget';
import type { JsonObject } from '../../json/narrow';
import { isCoreNode } from '../isCoreNode';
import { labelPath } from '../labelPath';
import { leadingNodes } from '../leadingNodes';
import { defineRule } from '../rule';

/**
 * A node right after one that leaves the flow. Entry points, and what another node leads to, run all the same; while
 * not every flow that could lead there is known, this is a hint.
 */
export const unreachable = defineRule({
  code: 'unreachable',
  severity: 'warning',
  sentence: '{node} never runs: {before} leaves the flow.',
  reason:
    'A node right after one that always leaves the flow (Go To, Stop) never runs, unless it is an entry point or something else leads to it. A hint while not every flow of the project is known.',
  wayOut: 'Move the node, or remove it.',
  ofPlacedNode({ node, graph, flow, knowledge, isComplete }, found) {
    if (!isComplete || node.isDisabled || node.value.isEntryPoint === true || isNoLoss(node)) return [];
    const before = predecessor(graph, node.id ?? '');
    if (!before || !isTerminator(before) || node.referenceId === undefined) return [];
    if (isTargetIn(flow, node.referenceId)) return [];
    const isTarget = knowledge.project?.isTarget(node.referenceId);
    if (isTarget === true) return [];
    return [
      found({
        path: labelPath(node),
        args: { node: { node: node.name }, before: { node: before.name } },
        related: [{ path: labelPath(before), name: before.name }],
        ...(isTarget !== false && { severity: 'hint' }),
      }),
    ];
  },
});

/** What ends a flow after it was left is a habit, not a mistake. */
function isNoLoss({ type }: FlowNode): boolean {
  return type === 'end' || type === 'stop';
}

function isTerminator(node: FlowNode): boolean {
  return isCoreNode(node, 'stop') || (isCoreNode(node, 'goTo') && leadingNodes(node).length > 0);
}

const targetsOfFlows = new WeakMap<Flow, ReadonlySet<string>>();
const targetsOfNodes = new WeakMap<JsonObject, readonly string[]>();

/** Whether a node of the flow leads to this one. All that nodes lead to is read once a flow, and once a node. */
function isTargetIn(flow: Flow, referenceId: string): boolean {
  let targets = targetsOfFlows.get(flow);
  if (!targets) {
    targets = new Set(flow.nodes.flatMap(targetsOfNode));
    targetsOfFlows.set(flow, targets);
  }
  return targets.has(referenceId);
}

function targetsOfNode({ value, configs }: FlowNode): readonly string[] {
  const known = targetsOfNodes.get(value);
  if (known) return known;
  const targets = configs.flatMap((config) => nodeTargetsIn(config.value).map(({ node }) => node));
  targetsOfNodes.set(value, targets);
  return targets;
}
