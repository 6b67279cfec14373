import { readFlowNodes, type FlowNode } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextRange } from '../json/textRange';

/** The nodes whose text touches a range, in file order. Of the others only a few are looked at. */
export function nodesWithin(document: JsonDocument, { offset, length }: TextRange): FlowNode[] {
  if (document.isTooDeep) return [];
  const nodes = readFlowNodes(document.value);
  const found: FlowNode[] = [];
  for (let i = firstEndingAfter(document, nodes, offset); i < nodes.length; i++) {
    const node = nodes[i];
    const range = node && document.rangeOf(node.path);
    if (!node || !range || range.offset > offset + length) break;
    found.push(node);
  }
  return found;
}

/** Nodes stand in the file in their order, so half of those that are left can be passed over each time. */
function firstEndingAfter(document: JsonDocument, nodes: readonly FlowNode[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = document.rangeOf(nodes[middle]?.path ?? []);
    if (range && range.offset + range.length < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
