import { changedSpan } from './changedSpan';
import type { TextEdit } from './textEdit';

interface Line {
  /** With its `\n`. */
  readonly text: string;
  readonly offset: number;
}

/**
 * The edits, in text order, that turn a text into another and leave the lines between two changes alone. Lines are
 * matched that both texts have once, in the same order, and then those right before and after them: so this costs no
 * more than sorting the lines. Lines end in `\n`.
 */
export function changedLines(before: string, after: string): TextEdit[] {
  const { start, oldEnd, newEnd } = changedSpan(before, after);
  const old = linesOf(before, start, oldEnd);
  const fresh = linesOf(after, start, newEnd);
  const edits: TextEdit[] = [];
  let [oldLine, freshLine] = [0, 0];
  for (const [oldAnchor, freshAnchor] of [...anchorsOf(old, fresh), [old.length, fresh.length] as const]) {
    const from = old[oldLine]?.offset ?? oldEnd;
    const to = old[oldAnchor]?.offset ?? oldEnd;
    const wanted = after.slice(fresh[freshLine]?.offset ?? newEnd, fresh[freshAnchor]?.offset ?? newEnd);
    const span = changedSpan(before.slice(from, to), wanted);
    const length = span.oldEnd - span.start;
    const newText = wanted.slice(span.start, span.newEnd);
    if (length > 0 || newText !== '') edits.push({ offset: from + span.start, length, newText });
    [oldLine, freshLine] = [oldAnchor + 1, freshAnchor + 1];
  }
  return edits;
}

function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let offset = start; offset < end;) {
    const lineBreak = text.indexOf('\n', offset);
    const next = lineBreak < 0 ? end : Math.min(lineBreak + 1, end);
    lines.push({ text: text.slice(offset, next), offset });
    offset = next;
  }
  return lines;
}

/** The longest row of pairs of equal lines that both sides have once, rising on both sides (patience sorting). */
function anchorsOf(old: readonly Line[], fresh: readonly Line[]): (readonly [old: number, fresh: number])[] {
  const oldPlaces = uniqueLines(old);
  const pairs = [...uniqueLines(fresh)].flatMap(([text, place]) => {
    const oldPlace = place < 0 ? undefined : oldPlaces.get(text);
    return oldPlace === undefined || oldPlace < 0 ? [] : [{ old: oldPlace, fresh: place }];
  });
  interface Link {
    readonly pair: (typeof pairs)[number];
    readonly before: Link | undefined;
  }
  /** For each length, the row of that length that ends earliest in the old text. */
  const rows: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.pair.old ?? 0) < pair.old) low = middle + 1;
      else high = middle;
    }
    rows[low] = { pair, before: rows[low - 1] };
  }
  const anchors: (readonly [old: number, fresh: number])[] = [];
  for (let link = rows.at(-1); link; link = link.before) anchors.push([link.pair.old, link.pair.fresh]);
  return anchors.reverse();
}

/** The place of each line, in text order; -1 of one that is there more than once. */
function uniqueLines(lines: readonly Line[]): Map<string, number> {
  const places = new Map<string, number>();
  lines.forEach(({ text }, index) => places.set(text, places.has(text) ? -1 : index));
  return places;
}
