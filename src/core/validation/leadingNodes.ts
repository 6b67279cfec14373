import type { FlowNode } from '../flow/flowNode';
import { readNodeTarget, type NodeTarget } from '../flow/nodeTarget';
import type { JsonPath } from '../json/jsonPath';
import { isCoreNode } from './isCoreNode';

/** Where a goTo or an executeFlow leads, with the path of the target's node; none for other and for disabled nodes. */
export function leadingNodes(node: FlowNode): { target: NodeTarget; path: JsonPath }[] {
  if (!isCoreNode(node, 'goTo') && !isCoreNode(node, 'executeFlow')) return [];
  return node.configs.flatMap(({ path, value }) => {
    const target = readNodeTarget(value.flowNode);
    return target ? [{ target, path: [...path, 'flowNode', 'node'] }] : [];
  });
}
