import type { Catalog, NodeTypeDeclaration } from '../catalog/catalog';
import { describeNodeType, nodeTypeTitle } from '../catalog/descriptions/describeNodeType';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import type { Completion } from './completion';
import { partsAt } from './completionParts';
import { toMarkdown } from './markdown';
import type { NodeCursor } from './nodeCursor';

/** Every node type, those of the node's own Extension first. */
export function completeNodeTypes(
  cursor: NodeCursor,
  document: JsonDocument,
  catalog: Catalog,
  t: Localize,
): Completion[] {
  return typesFor(cursor.node.extension, catalog).map(({ extension, type }) => {
    const { after, ...place } = partsAt(cursor, document, type);
    const description = describeNodeType(extension, type, t);
    return {
      ...place,
      kind: 'nodeType',
      label: type,
      detail: [nodeTypeTitle(extension, type, t), extension].filter(Boolean).join(' · '),
      documentation: description === undefined ? '' : toMarkdown(description),
      insert: { before: '', value: JSON.stringify(type), after, choices: [] },
    };
  });
}

/**
 * One for each name: where two Extensions have a type of that name, the one that the node names. What is only noted
 * down from public Extensions is for nodes that name one.
 */
function typesFor(extension: string, catalog: Catalog): NodeTypeDeclaration[] {
  const isOwn = (nodeType: NodeTypeDeclaration) => nodeType.extension === extension;
  const wanted = catalog.nodeTypes.filter((nodeType) => isOwn(nodeType) || nodeType.rank === 'declared');
  const ordered = [...wanted.filter(isOwn), ...wanted.filter((nodeType) => !isOwn(nodeType))];
  const byType = new Map<string, NodeTypeDeclaration>();
  for (const nodeType of ordered) {
    if (!byType.has(nodeType.type)) byType.set(nodeType.type, nodeType);
  }
  return [...byType.values()];
}
