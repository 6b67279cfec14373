import type { JsonPath } from './jsonPath';
import { decodeKey, endOfValue, forEachChild, type ScannedChild } from './scanJson';
import type { TextRange } from './textRange';
import type { PathAt } from './tolerantTree';

/** Where a path leads from the value that starts at an offset of valid JSON. */
export function rangeIn(text: string, start: number, path: JsonPath): TextRange | undefined {
  let at: number | undefined = start;
  for (const segment of path) {
    let found: number | undefined;
    forEachChild(text, at, ({ key, index, offset }) => {
      if (key ? decodeKey(text, key) === segment : index === segment) found = offset;
      // The last of equal keys counts.
      return !key && found !== undefined;
    });
    if (found === undefined) return undefined;
    at = found;
  }
  return { offset: at, length: endOfValue(text, at) - at };
}

/** The path from the value that starts at `start` to the innermost value that holds an offset; undefined in a key. */
export function pathIn(text: string, start: number, offset: number): PathAt | undefined {
  let range: TextRange = { offset: start, length: endOfValue(text, start) - start };
  if (!holds(range, offset)) return undefined;
  const path: (string | number)[] = [];
  for (;;) {
    const child = childAt(text, range.offset, offset);
    if (!child) return { path, range };
    if (child.key && holds(child.key, offset)) return undefined;
    path.push(child.key ? decodeKey(text, child.key) : child.index);
    range = { offset: child.offset, length: child.end - child.offset };
  }
}

/** The child whose key or value holds an offset. */
function childAt(text: string, start: number, offset: number): ScannedChild | undefined {
  let found: ScannedChild | undefined;
  forEachChild(text, start, (child) => {
    const isHere = offset >= (child.key ?? child).offset && offset <= child.end;
    if (isHere && (offset >= child.offset || (child.key && holds(child.key, offset)))) found = child;
    return offset <= child.end;
  });
  return found;
}

function holds({ offset, length }: TextRange, at: number): boolean {
  return at >= offset && at <= offset + length;
}
