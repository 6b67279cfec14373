import type { ReferenceId } from '../flow/referenceId';
import { removeValue } from '../json/editJson';
import { JsonDocument } from '../json/jsonDocument';
import { childrenOf } from '../json/scanJson';
import { applyEdits } from '../json/textEdit';
import { entriesOf, referenceIdOf } from './connectionsFile';

/** An entry that was taken out of a connections file, as it was written there. */
export interface RemovedEntry {
  readonly referenceId: ReferenceId;
  /** Where in the list it stood. */
  readonly index: number;
  readonly text: string;
  /** The comma and the white space between it and its neighbour; of an only one the white space around it. */
  readonly separator: string;
  readonly around: readonly [string, string];
}

export interface Removal {
  readonly text: string;
  /** In the order of the file. */
  readonly removed: readonly RemovedEntry[];
}

/**
 * The text of a connections file without some Connections; every other byte stays. Of duplicates, which a merge may
 * leave, all go: else the one before would count again. The text must be free of trouble.
 */
export function removeConnections(text: string, referenceIds: ReadonlySet<ReferenceId>): Removal {
  const removed: RemovedEntry[] = [];
  let result = text;
  for (let index = entriesOf(new JsonDocument(text)).length - 1; index >= 0; index--) {
    const document = new JsonDocument(result);
    const referenceId = referenceIdOf(entriesOf(document)[index]);
    const list = document.rangeOf(['connections']);
    if (referenceId === undefined || !list || !referenceIds.has(referenceId)) continue;
    const children = childrenOf(result, list.offset);
    const child = children[index];
    if (!child) continue;
    const next = children[index + 1];
    const before = children[index - 1];
    const separator = next
      ? result.slice(child.end, next.offset)
      : result.slice(before?.end ?? child.offset, child.offset);
    removed.unshift({
      referenceId,
      index,
      text: result.slice(child.offset, child.end),
      separator,
      around: [
        result.slice(list.offset + 1, children[0]?.offset),
        result.slice(children.at(-1)?.end, list.offset + list.length - 1),
      ],
    });
    result = applyEdits(result, removeValue(document, ['connections', index]));
  }
  return { text: result, removed };
}

/** Puts entries back where they stood, as they were written; what is declared again by now stays as it is. */
export function restoreConnections(text: string, removed: readonly RemovedEntry[]): string {
  // Of duplicates that were taken out together, each comes back.
  const declared = entriesOf(new JsonDocument(text));
  return removed.reduce((result, entry) => {
    const list = new JsonDocument(result).rangeOf(['connections']);
    if (!list || result[list.offset] !== '[') return result;
    const isAgain = declared.some((one) => referenceIdOf(one) === entry.referenceId);
    if (isAgain) return result;
    const children = childrenOf(result, list.offset);
    const comma = entry.separator.includes(',') ? entry.separator : `,${entry.around[0]}`;
    const next = children[entry.index];
    if (next) return insert(result, next.offset, entry.text + comma);
    const last = children.at(-1);
    if (last) return insert(result, last.end, comma + entry.text);
    const [before, after] = entry.around;
    const inner = { offset: list.offset + 1, length: list.length - 2, newText: before + entry.text + after };
    return applyEdits(result, [inner]);
  }, text);
}

function insert(text: string, offset: number, newText: string): string {
  return applyEdits(text, [{ offset, length: 0, newText }]);
}
