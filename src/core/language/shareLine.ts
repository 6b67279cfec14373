import { shortened } from '../shownText';
import type { ConnectionHint } from './connectionHints';

/** VS Code cuts all inlay hints of a line together after so many characters (`_MAX_LABEL_LEN`). */
const mostInLine = 43;

/** Shortens the hints of each line, in the order of the text, so that VS Code shows something of every one. */
export function shareLine(hints: readonly ConnectionHint[], text: string): ConnectionHint[] {
  const lines: ConnectionHint[][] = [];
  for (const hint of hints) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const isSame = before && !text.slice(before.offset, hint.offset).includes('\n');
    if (line && isSame) line.push(hint);
    else lines.push([hint]);
  }
  return lines.flatMap((line) => (line.length > 1 ? share(line) : line));
}

/** What the short ones don't need is for the long ones. */
function share(line: readonly ConnectionHint[]): ConnectionHint[] {
  let room = mostInLine;
  let left = line.length;
  const most = new Map<ConnectionHint, number>();
  for (const hint of line.toSorted((a, b) => a.label.length - b.label.length)) {
    const own = Math.min(hint.label.length, Math.floor(room / left--));
    most.set(hint, own);
    room -= own;
  }
  return line.map((hint) => {
    const label = shortened(hint.label, most.get(hint) ?? 0);
    return label === hint.label
      ? hint
      : { ...hint, label, tooltip: `${hint.label.trim()} · ${hint.tooltip}` };
  });
}
