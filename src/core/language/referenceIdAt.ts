import type { Catalog } from '../catalog/catalog';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import { connectionAt } from './connectionAt';

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
  return connectionAt(document, offset, catalog, isKnown)?.referenceId;
}
