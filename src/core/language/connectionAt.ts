import type { Catalog, NodeTypeDeclaration } from '../catalog/catalog';
import { connectionSlots, slotPath, type ConnectionSlot } from '../flow/connectionUse';
import type { FlowNode } from '../flow/flowNode';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import { toPointer, type JsonPath } from '../json/jsonPath';
import type { TextRange } from '../json/textRange';
import { nodeAt } from './fieldAt';

/** A value of a node that is, or can be, the Reference ID of a Connection. */
export interface ConnectionPlace {
  readonly node: FlowNode;
  readonly nodeType: NodeTypeDeclaration | undefined;
  readonly path: JsonPath;
  /** Of the value, quotes included. */
  readonly range: TextRange;
  /** Undefined unless the value is a Reference ID. */
  readonly referenceId: ReferenceId | undefined;
  /** The field for Connections; undefined where nobody declares one and only the ID says what is meant. */
  readonly slot: ConnectionSlot | undefined;
}

/**
 * The value at an offset (UTF-16 code units), quotes included, where it stands in a field for Connections or is a
 * Reference ID that `isDeclared` knows.
 */
export function connectionAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  isDeclared: (referenceId: ReferenceId) => boolean,
): ConnectionPlace | undefined {
  const found = document.isTooDeep ? undefined : document.valueAt(offset);
  const node = found && nodeAt(document, found.path);
  if (!found || !node || document.text[found.range.offset] !== '"') return undefined;
  const nodeType = catalog.nodeType(node.extension, node.type);
  const pointer = toPointer(found.path);
  const slot = connectionSlots(node, nodeType).find((one) => toPointer(slotPath(one)) === pointer);
  const referenceId = toReferenceId(found.value);
  const isInConfig = node.configs.some(({ path }) => pointer.startsWith(`${toPointer(path)}/`));
  if (!slot && !(referenceId && isInConfig && isDeclared(referenceId))) return undefined;
  return { node, nodeType, path: found.path, range: found.range, referenceId, slot };
}
