import { nodeFamily, type NodeFamily } from '../catalog/descriptions/knownNodeTypes';
import { nodeTypeTitle } from '../catalog/descriptions/describeNodeType';
import { readFlow } from '../flow/flow';
import type { FlowNode } from '../flow/flowNode';
import { ancestorsOf, buildFlowTree } from '../flow/flowTree';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextRange } from '../json/textRange';
import type { Localize } from '../ports';
import { labelPath } from '../validation/labelPath';

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly family: NodeFamily;
  /** Of all of the node. */
  readonly range: TextRange;
  /** Of its label. */
  readonly selection: TextRange;
}

/** Deeper places are known by where they end. */
const longestPath = 4;

/**
 * The nodes of a file in file order, none inside another: an editor takes an entry for the place of a cursor only while
 * entries lie in each other as their ranges do. The branch that a node is in is its detail, else its type.
 */
export function outlineOf(document: JsonDocument, t: Localize): OutlineEntry[] {
  if (document.isTooDeep) return [];
  const flow = readFlow(document.value);
  const tree = buildFlowTree(flow);
  return flow.nodes.flatMap((node, row) => {
    const range = document.rangeOf(node.path);
    if (!range) return [];
    const branch = ancestorsOf(tree, row).flatMap((ancestor) => flow.nodes[ancestor] ?? []);
    const place = branch.length > 0 ? branchName(branch, t) : typeName(node, t);
    return {
      name: node.name || t('Node'),
      detail: node.isDisabled ? t('{0} · disabled', place) : place,
      family: nodeFamily(node.extension, node.type),
      range,
      selection: document.rangeOf(labelPath(node)) ?? range,
    };
  });
}

/** What a node's type is called, on the platform if it is one of the platform's own. */
export function typeName({ extension, type }: FlowNode, t: Localize): string {
  return nodeTypeTitle(extension, type, t) ?? type;
}

function branchName(branch: readonly FlowNode[], t: Localize): string {
  const names = branch.slice(-longestPath).map((node) => typeName(node, t));
  return [...(branch.length > longestPath ? ['…'] : []), ...names].join(' ▸ ');
}
