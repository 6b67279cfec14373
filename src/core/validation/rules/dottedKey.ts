import type { Node } from 'jsonc-parser';
import type { FlowRule, Finding } from '../rule';
import type { JsonPath } from '../../json/jsonPath';

/** A dot in a key makes the platform's snapshots fail (documented in 2026). */
export const dottedKey: FlowRule = ({ document, keys, flow }) => {
  if (!keys.hasDot) return [];
  return flow.nodes.flatMap((node) =>
    findDotted(document.nodeAt(node.path), node.path).map((finding) => ({ ...finding, node })),
  );
};

function findDotted(node: Node | undefined, path: JsonPath): Finding[] {
  const children = node?.children ?? [];
  if (node?.type === 'array') {
    return children.flatMap((child, index) => findDotted(child, [...path, index]));
  }
  if (node?.type !== 'object') return [];
  return children.flatMap((property): Finding[] => {
    const [keyNode, value] = property.children ?? [];
    const key = String(keyNode?.value);
    const own = [...path, key];
    const inside = findDotted(value, own);
    if (!keyNode || !key.includes('.')) return inside;
    const range = { offset: keyNode.offset, length: keyNode.length };
    return [{ code: 'dotted-key', severity: 'warning', path: own, range, args: [key] }, ...inside];
  });
}
