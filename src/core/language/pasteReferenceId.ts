import type { Catalog } from '../catalog/catalog';
import { toReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextEdit } from '../json/textEdit';
import type { TextRange } from '../json/textRange';
import { connectionAt } from './connectionAt';

/**
 * What becomes of a text that is pasted over a selection: a Reference ID takes the place of the whole value of a field
 * for Connections. Undefined where it is to be pasted as any other text.
 */
export function pasteReferenceId(
  document: JsonDocument,
  selection: TextRange,
  pasted: string,
  catalog: Catalog,
): TextEdit | undefined {
  const edit = dropReferenceId(document, selection.offset, pasted, catalog);
  const isInside =
    edit &&
    selection.offset >= edit.offset &&
    selection.offset + selection.length <= edit.offset + edit.length;
  return isInside ? edit : undefined;
}

/** The same for a text that is dropped, for which the quotation marks are as good a place as what is in them. */
export function dropReferenceId(
  document: JsonDocument,
  offset: number,
  dropped: string,
  catalog: Catalog,
): TextEdit | undefined {
  const referenceId = toReferenceId(dropped.trim().replace(/^"(.*)"$/, '$1'));
  const place = referenceId && connectionAt(document, offset, catalog, () => false);
  if (!referenceId || !place?.slot || !document.isSoundAt(place.path)) return undefined;
  const { range } = place;
  return { offset: range.offset + 1, length: range.length - 2, newText: referenceId };
}
