import type { Catalog, NodeTypeDeclaration } from '../catalog/catalog';
import { readFlow } from '../flow/flow';
import { insertElements } from '../json/insertJson';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextEdit } from '../json/textEdit';
import { linkNodes, placeAfter } from './linkNode';
import { makeNodes, type NodeMaking, type NodeToInsert } from './newNodes';
import { nodeRowAt } from './nodeRowAt';

export type NodeInsertion =
  | {
      readonly kind: 'inserted';
      readonly edits: readonly TextEdit[];
      /** The `_id` of the new node. */
      readonly nodeId: string;
    }
  | { readonly kind: 'broken' }
  /** The cursor is in no node, or in one that nothing leads on from. */
  | { readonly kind: 'nowhere' };

/**
 * Types that a person can insert: no start and end, no heads of branches, nothing that the platform has given up. Those
 * that are only noted down from public Extensions are among them, with what is known of them.
 */
export function insertableTypes(catalog: Catalog): NodeTypeDeclaration[] {
  return catalog.nodeTypes.filter(
    ({ isFixed, isHidden, parentType }) => !isFixed && !isHidden && parentType === undefined,
  );
}

/**
 * Puts a node with its defaults, and the heads of its branches, after the node at an offset; before the end of a flow
 * where the cursor is at that. New nodes are written with the keys that the node beside them has.
 */
export function insertNode(
  document: JsonDocument,
  offset: number,
  wanted: NodeToInsert,
  making: NodeMaking,
): NodeInsertion {
  if (document.isTooDeep || document.syntaxError) return { kind: 'broken' };
  const flow = readFlow(document.value);
  if (flow.shape !== 'chart' && flow.shape !== 'embedded') return { kind: 'nowhere' };
  const row = nodeRowAt(document, flow, offset);
  const node = row === undefined ? undefined : flow.nodes[row];
  const place = node && placeAfter(flow, node.id ?? '', node.type);
  const beside = place?.incoming ? flow.nodes.find(({ id }) => id === place.relation.node) : node;
  if (!place || !beside) return { kind: 'nowhere' };
  const made = makeNodes(wanted, beside, making);
  const edits =
    flow.shape === 'embedded'
      ? linkNodes(document, [], place, made, ({ relation, node: _data }) => ({ ...relation, _data }))
      : [
          ...linkNodes(document, flow.relationsPath, place, made),
          ...insertElements(
            document,
            flow.nodesPath,
            Number(beside.path.at(-1)),
            made.map((one) => one.node),
          ),
        ];
  return { kind: 'inserted', edits: edits.sort((a, b) => a.offset - b.offset), nodeId: made[0].id };
}
