import type { ChangedSpan } from './changedSpan';
import { decodeKey, forEachChild, scanValue, skipSpace, type ScannedChild, type TextShape } from './scanJson';
import type { TolerantTree } from './tolerantTree';

/** An element of one of a document's outer arrays: it is read, and read again, by itself. */
export interface Element {
  readonly offset: number;
  /** The offset right after it. */
  readonly end: number;
  readonly shape: TextShape;
  /** What can be read of it while its text is no JSON. */
  readonly broken?: TolerantTree;
}

/** The document itself where it is an array, or an array that is a property of it. */
export interface ElementList {
  /** Undefined where the document itself is the array. */
  readonly key: string | undefined;
  readonly elements: readonly Element[];
}

/** Where an element stands in its table. */
export interface ElementPlace {
  readonly list: number;
  readonly index: number;
}

/** Where the elements of a document's outer arrays stand, and what is around them. */
export interface ElementTable {
  readonly lists: readonly ElementList[];
  /** How many objects and arrays lie in one another, and how many properties there are, outside the elements. */
  readonly around: TextShape;
}

/** Scans a text of valid JSON. */
export function scanElements(text: string): ElementTable {
  const root = skipSpace(text, 0);
  if (text[root] === '[') {
    return {
      lists: [{ key: undefined, elements: scanList(text, root).elements }],
      around: { depth: 1, properties: 0 },
    };
  }
  const lists = new Map<string, ElementList>();
  let depth = text[root] === '{' ? 1 : 0;
  let properties = 0;
  let list: readonly Element[] | undefined;
  let shape: TextShape | undefined;
  const endOf = (_: string, offset: number) => {
    if (text[offset] === '[') {
      const scanned = scanList(text, offset);
      list = scanned.elements;
      return scanned.end;
    }
    list = undefined;
    const scanned = scanValue(text, offset);
    shape = scanned.shape;
    return scanned.end;
  };
  const visit = ({ key: range }: ScannedChild) => {
    if (!range) return undefined;
    properties++;
    const key = decodeKey(text, range);
    // The last of equal keys counts; the elements of the others are nobody's, but they are in the text.
    const hidden = lists.get(key);
    if (hidden) ({ depth, properties } = tableShape({ lists: [hidden], around: { depth, properties } }));
    lists.delete(key);
    if (list) {
      lists.set(key, { key, elements: list });
      depth = Math.max(depth, 2);
    } else if (shape) {
      depth = Math.max(depth, 1 + shape.depth);
      properties += shape.properties;
    }
    return undefined;
  };
  forEachChild(text, root, visit, endOf);
  return { lists: [...lists.values()], around: { depth, properties } };
}

export function tableShape({ lists, around }: ElementTable): TextShape {
  let { depth, properties } = around;
  for (const { key, elements } of lists) {
    const outside = key === undefined ? 1 : 2;
    for (const { shape } of elements) depth = Math.max(depth, outside + shape.depth);
    properties += countProperties(elements);
  }
  return { depth, properties };
}

/** The element that holds an offset; undefined between and outside of elements. */
export function elementAt({ lists }: ElementTable, offset: number): ElementPlace | undefined {
  for (const [list, { elements }] of lists.entries()) {
    let low = 0;
    let high = elements.length - 1;
    while (low <= high) {
      const index = (low + high) >> 1;
      const element = elements[index];
      if (!element) break;
      if (offset < element.offset) high = index - 1;
      else if (offset > element.end) low = index + 1;
      else return { list, index };
    }
  }
  return undefined;
}

/** The table after a change inside one element, which `changed` takes the place of. */
export function replaceElement(
  { lists, around }: ElementTable,
  place: ElementPlace,
  changed: Element,
  { oldEnd, newEnd }: ChangedSpan,
): ElementTable {
  const delta = newEnd - oldEnd;
  const shift = (element: Element): Element =>
    element.offset < oldEnd
      ? element
      : { ...element, offset: element.offset + delta, end: element.end + delta };
  return {
    around,
    lists: lists.map(({ key, elements }, list) => ({
      key,
      elements: elements.map((element, index) =>
        list === place.list && index === place.index ? changed : shift(element),
      ),
    })),
  };
}

function scanList(text: string, start: number): { elements: Element[]; end: number } {
  const elements: Element[] = [];
  let after = skipSpace(text, start + 1);
  while (after < text.length && text[after] !== ']') {
    const offset = after;
    const { end, shape } = scanValue(text, offset);
    elements.push({ offset, end, shape });
    after = skipSpace(text, end);
    if (text[after] === ',') after = skipSpace(text, after + 1);
  }
  return { elements, end: after + 1 };
}

function countProperties(elements: readonly Element[]): number {
  return elements.reduce((sum, { shape }) => sum + shape.properties, 0);
}
