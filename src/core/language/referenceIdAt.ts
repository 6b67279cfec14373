import type { Catalog } from '../catalog/catalog';
import { connectionUses } from '../flow/connectionUse';
import { readFlowNodes } from '../flow/flowNode';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import { toPointer } from '../json/jsonPath';

/**
 * The Reference ID of a Connection at an offset (UTF-16 code units), quotes included: in a field that a node's
 * descriptor declares to be a connection, or any value that `isKnown` says names one.
 */
export function referenceIdAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  isKnown: (referenceId: ReferenceId) => boolean,
): ReferenceId | undefined {
  const found = document.valueAt(offset);
  const referenceId = toReferenceId(found?.value);
  if (!found || !referenceId) return undefined;
  if (isKnown(referenceId)) return referenceId;
  const pointer = toPointer(found.path);
  const isUse = readFlowNodes(document.value)
    .flatMap((node) => connectionUses(node, catalog))
    .some((use) => toPointer(use.path) === pointer);
  return isUse ? referenceId : undefined;
}
