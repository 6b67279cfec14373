import type { Catalog } from '../catalog/catalog';
import type { ReferenceId } from '../flow/referenceId';
import { replaceValue } from '../json/editJson';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextEdit } from '../json/textEdit';
import { mentionsIn, type MentioningFile } from './mentions';

/** The edits of a file that put another Reference ID wherever one stands, in the order of the text. */
export function replaceReferenceId(
  document: JsonDocument,
  file: MentioningFile,
  { from, to }: { readonly from: ReferenceId; readonly to: ReferenceId },
  catalog: Catalog,
): TextEdit[] {
  return mentionsIn(document, file, from, catalog)
    .flatMap(({ path }) => replaceValue(document, path, to))
    .sort((a, b) => a.offset - b.offset);
}
