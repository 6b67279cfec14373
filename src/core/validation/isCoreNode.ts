import type { FlowNode } from '../flow/flowNode';

/** Whether a rule that knows how one of the platform's own nodes works may judge a node: one that runs. */
export function isCoreNode(node: FlowNode, type: string): boolean {
  return node.type === type && node.extension === '@cognigy/basic-nodes' && !node.isDisabled;
}
