import type { Node } from 'jsonc-parser';
import type { JsonPath } from '../../json/jsonPath';
import { repeated } from '../repeated';
import type { FlowRule, Finding } from '../rule';

/** Two equal keys in one object. The tree is looked at only when the text has more properties than its value. */
export const duplicateKey: FlowRule = ({ document, keys, flow }) => {
  if (document.shape.properties === keys.properties) return [];
  return findDuplicates(document.tree, []).map((finding) => {
    const node = flow.nodes.find(({ path }) => path.every((segment, i) => finding.path[i] === segment));
    return { ...finding, ...(node && { node }) };
  });
};

function findDuplicates(node: Node | undefined, path: JsonPath): Finding[] {
  const children = node?.children ?? [];
  if (node?.type === 'array') {
    return children.flatMap((child, index) => findDuplicates(child, [...path, index]));
  }
  if (node?.type !== 'object') return [];
  const inside = children.flatMap((property) =>
    findDuplicates(property.children?.[1], [...path, keyOf(property)]),
  );
  const own = repeated(children, keyOf).map(({ item, first }): Finding => {
    const key = keyOf(item);
    return {
      code: 'duplicate-key',
      severity: 'error',
      path: [...path, key],
      range: rangeOfKey(item),
      args: [key],
      related: [{ path: [...path, key], range: rangeOfKey(first), name: key }],
    };
  });
  return [...own, ...inside];
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

function rangeOfKey(property: Node): { offset: number; length: number } {
  const { offset, length } = property.children?.[0] ?? property;
  return { offset, length };
}
