import type { JsonPath } from './jsonPath';
import { decodeKey, forEachChild } from './scanJson';
import type { TextRange } from './textRange';

/** A property as it is written down, whether or not its value is the one that counts. */
export interface WrittenProperty {
  readonly path: JsonPath;
  readonly key: string;
  /** Of the key, quotes included. */
  readonly keyRange: TextRange;
  /** The offset of the object that it is written in. */
  readonly holder: number;
}

/**
 * Every property below the value that starts at an offset of valid JSON and has a path, in text order; `isWanted` says
 * by their offsets which values to look into.
 */
export function writtenProperties(
  text: string,
  start: number,
  path: JsonPath,
  isWanted: (offset: number) => boolean = () => true,
): WrittenProperty[] {
  const result: WrittenProperty[] = [];
  const visit = (offset: number, parent: JsonPath): void =>
    forEachChild(text, offset, (child) => {
      const key = child.key && decodeKey(text, child.key);
      const own = [...parent, key ?? child.index];
      if (child.key && key !== undefined) {
        result.push({ path: own, key, keyRange: child.key, holder: offset });
      }
      if (isWanted(child.offset)) visit(child.offset, own);
      return undefined;
    });
  visit(start, path);
  return result;
}
