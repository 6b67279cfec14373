import type { Catalog } from '../catalog/catalog';
import type { JsonDocument } from '../json/jsonDocument';
import type { Localize } from '../ports';
import { completeChoices } from './completeChoices';
import { completeConnections, type CompletionKnowledge } from './completeConnections';
import { completeKeys } from './completeKeys';
import { completeNodeTypes } from './completeNodeTypes';
import { completeTargets } from './completeTargets';
import type { Completion } from './completion';
import { nodeCursorAt } from './nodeCursor';

/**
 * What can stand at an offset of a flow file and depends on the type of a node, or on what the project has: the best
 * first. Keys that every node has are left to VS Code's JSON support, which has them from our schema.
 */
export function complete(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  t: Localize,
  knowledge?: CompletionKnowledge,
): readonly Completion[] {
  const cursor = nodeCursorAt(document, offset);
  if (!cursor) return knowledge ? completeTargets(document, offset, catalog, knowledge, t) : [];
  if (!cursor.config) {
    return cursor.role === 'value' && cursor.key === 'type'
      ? completeNodeTypes(cursor, document, catalog, t)
      : [];
  }
  const connections =
    cursor.role === 'value' && knowledge && completeConnections(cursor, document, catalog, knowledge, t);
  if (connections) return connections;
  const nodeType = catalog.nodeType(cursor.node.extension, cursor.node.type);
  if (!nodeType) return [];
  return cursor.role === 'key'
    ? completeKeys(cursor, cursor.config, nodeType, document, t)
    : completeChoices(cursor, nodeType, document, t);
}
