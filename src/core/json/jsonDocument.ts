import { changedSpan, type ChangedSpan } from './changedSpan';
import {
  elementAt,
  replaceElement,
  scanElements,
  tableShape,
  type Element,
  type ElementPlace,
  type ElementTable,
} from './elementTable';
import { isJson } from './isJson';
import { valueIn, type JsonPath } from './jsonPath';
import { asArray, isObject } from './narrow';
import { pathIn, rangeIn } from './findInJson';
import { scanTextShape, skipSpace, type TextShape } from './scanJson';
import type { TextRange } from './textRange';
import { maximumDepth, TolerantTree, type PathAt } from './tolerantTree';
import { writtenProperties, type WrittenProperty } from './writtenProperties';

export interface JsonSyntaxError {
  /** 0-based, in UTF-16 code units. */
  readonly offset: number;
}

/** What was read of a text: valid JSON but for its broken elements, or what a tolerant parser makes of the whole. */
interface Reading {
  readonly value: unknown;
  readonly tree?: TolerantTree;
  readonly table?: ElementTable;
}

/**
 * A JSON text, its value, and the ranges of its parts. The value comes from `JSON.parse`; ranges are found by scanning
 * the text when one is asked for. A text that is no JSON still has the value that a tolerant parser makes of it. After
 * a change inside one element of an outer array (a node, a relation) only that element is read again, and all others
 * keep their values: whoever keeps something by value object keeps it across edits.
 */
export class JsonDocument {
  #reading: Reading | undefined;
  #table: ElementTable | undefined;
  #shape: TextShape | undefined;

  /** Nothing is read before it is asked for. */
  constructor(
    readonly text: string,
    reading?: Reading,
  ) {
    this.#reading = reading;
    this.#table = reading?.table;
  }

  get value(): unknown {
    return this.#read().value;
  }

  /** The document with another text. */
  withText(text: string): JsonDocument {
    if (text === this.text) return this;
    return this.#withChange(text, changedSpan(this.text, text)) ?? new JsonDocument(text);
  }

  get syntaxError(): JsonSyntaxError | undefined {
    if (this.#tree) return { offset: this.#tree.errorOffset };
    for (const { elements } of this.#table?.lists ?? []) {
      const element = elements.find(({ broken }) => broken);
      if (element?.broken) return { offset: element.offset + element.broken.errorOffset };
    }
    return undefined;
  }

  /** Whether nothing is broken in the element that a path leads into. */
  isSoundAt(path: JsonPath): boolean {
    if (this.#tree) return false;
    const found = this.#elementOf(path);
    return found ? !found.element.broken : !this.syntaxError;
  }

  /** The range of the value at a path, quotes included; undefined when nothing stands there. */
  rangeOf(path: JsonPath): TextRange | undefined {
    if (this.#tree) return this.#tree.rangeOf(path);
    const found = this.#elementOf(path);
    if (!found) return rangeIn(this.text, skipSpace(this.text, 0), path);
    const { element, rest } = found;
    if (!element.broken) return rangeIn(this.text, element.offset, rest);
    const range = element.broken.rangeOf(rest);
    return range && { ...range, offset: range.offset + element.offset };
  }

  /** The path of the innermost value that holds an offset, its quotes included, and that value. */
  valueAt(offset: number): (PathAt & { readonly value: unknown }) | undefined {
    const found = this.#pathAt(offset);
    return found && { ...found, value: valueIn(this.value, found.path) };
  }

  /** The element of an outer array (a node, a relation) that holds an offset. */
  elementAt(offset: number): PathAt | undefined {
    if (this.#tree) return this.#tree.elementAt(offset);
    const place = elementAt(this.#elements, offset);
    const list = this.#elements.lists[place?.list ?? -1];
    const element = list?.elements[place?.index ?? -1];
    if (!place || !element) return undefined;
    return {
      path: [...(list.key === undefined ? [] : [list.key]), place.index],
      range: { offset: element.offset, length: element.end - element.offset },
    };
  }

  /** Every property written down at a path and below it, in text order; none of a text that is no JSON. */
  writtenProperties(path: JsonPath): WrittenProperty[] {
    const start = this.#isScannable ? this.rangeOf(path)?.offset : undefined;
    return start === undefined ? [] : writtenProperties(this.text, start, path);
  }

  /** The same for what is around the elements of outer arrays. */
  writtenAround(): WrittenProperty[] {
    if (!this.#isScannable) return [];
    const elements = new Set(
      this.#elements.lists.flatMap((list) => list.elements.map(({ offset }) => offset)),
    );
    const isAround = (offset: number) => !elements.has(offset);
    return writtenProperties(this.text, skipSpace(this.text, 0), [], isAround);
  }

  /** How many properties are written down around the elements of outer arrays; none of a text that is no JSON. */
  get propertiesAround(): number {
    return this.#isScannable ? this.#elements.around.properties : 0;
  }

  /** The elements of outer arrays that fit by their value and by how many properties are written down in them. */
  elementsWhere(fits: (value: unknown, properties: number) => boolean): JsonPath[] {
    if (!this.#isScannable) return [];
    const root = this.value;
    return this.#elements.lists.flatMap(({ key, elements }) => {
      const values = asArray(key === undefined ? root : isObject(root) ? root[key] : undefined);
      const outer = key === undefined ? [] : [key];
      return elements.flatMap(({ shape }, index) =>
        fits(values[index], shape.properties) ? [[...outer, index]] : [],
      );
    });
  }

  get shape(): TextShape {
    return (this.#shape ??= this.#tree ? shapeOf(this.text, this.#tree) : tableShape(this.#elements));
  }

  /** Whether walking the value could overflow the stack. */
  get isTooDeep(): boolean {
    return this.shape.depth > maximumDepth;
  }

  get #isScannable(): boolean {
    return !this.syntaxError && !this.isTooDeep;
  }

  get #tree(): TolerantTree | undefined {
    return this.#read().tree;
  }

  #read(): Reading {
    return (this.#reading ??= read(this.text));
  }

  get #elements(): ElementTable {
    return (this.#table ??= scanElements(this.text));
  }

  /** Undefined when more than one element has changed, or what is around them. */
  #withChange(text: string, change: ChangedSpan): JsonDocument | undefined {
    if (this.#tree) return undefined;
    const table = this.#elements;
    const place = elementAt(table, change.start);
    const element = place && table.lists[place.list]?.elements[place.index];
    if (!element || change.start <= element.offset || change.oldEnd >= element.end) return undefined;
    const end = element.end + change.newEnd - change.oldEnd;
    const own = text.slice(element.offset, end);
    const value = tryParse(own);
    const isBrokenElsewhere = this.#hasBrokenBeside(element);
    // It may have become two, and so may those that were broken before: what is wrong with each alone may be JSON together.
    const whole = value === undefined || isBrokenElsewhere ? tryParse(text) : undefined;
    if (whole !== undefined) return new JsonDocument(text, { value: whole });
    if (value !== undefined) {
      const changed = { offset: element.offset, end, shape: scanTextShape(own) };
      return this.#withElement(text, place, changed, value, change);
    }
    // Read as one, all but the first of them would be lost as long as the other is broken.
    if (isBrokenElsewhere && isJson(`[${own}]`)) return undefined;
    const broken = new TolerantTree(own);
    const changed = { offset: element.offset, end, shape: shapeOf(own, broken), broken };
    return this.#withElement(text, place, changed, broken.value, change);
  }

  #hasBrokenBeside(element: Element): boolean {
    return this.#elements.lists.some(({ elements }) =>
      elements.some((other) => other.broken && other !== element),
    );
  }

  #withElement(
    text: string,
    place: ElementPlace,
    changed: Element,
    value: unknown,
    change: ChangedSpan,
  ): JsonDocument {
    const table = replaceElement(this.#elements, place, changed, change);
    const key = table.lists[place.list]?.key;
    const withValue = (list: unknown) => (list as readonly unknown[]).with(place.index, value);
    return new JsonDocument(text, {
      table,
      value:
        key === undefined || !isObject(this.value)
          ? withValue(this.value)
          : { ...this.value, [key]: withValue(this.value[key]) },
    });
  }

  /** The element that a path leads into, and what is left of the path in it. */
  #elementOf(path: JsonPath): { element: Element; rest: JsonPath } | undefined {
    for (const { key, elements } of this.#elements.lists) {
      if (key !== undefined && path[0] !== key) continue;
      const depth = key === undefined ? 1 : 2;
      const index = path[depth - 1];
      const element = typeof index === 'number' ? elements[index] : undefined;
      return element && { element, rest: path.slice(depth) };
    }
    return undefined;
  }

  #pathAt(offset: number): PathAt | undefined {
    if (this.#tree) return this.#tree.pathAt(offset);
    const outer = this.elementAt(offset);
    if (!outer) return pathIn(this.text, skipSpace(this.text, 0), offset);
    const start = outer.range.offset;
    const broken = this.#elementOf(outer.path)?.element.broken;
    const inner = broken ? moved(broken.pathAt(offset - start), start) : pathIn(this.text, start, offset);
    return inner && { ...inner, path: [...outer.path, ...inner.path] };
  }
}

function moved(found: PathAt | undefined, by: number): PathAt | undefined {
  return found && { ...found, range: { ...found.range, offset: found.range.offset + by } };
}

function read(text: string): Reading {
  const value = tryParse(text);
  if (value !== undefined) return { value };
  const tree = new TolerantTree(text);
  return { value: tree.value, tree };
}

/** Undefined for what is no JSON, which no value of JSON is. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a text that is no JSON. */
function shapeOf(text: string, { depth }: TolerantTree): TextShape {
  return { ...scanTextShape(text), depth };
}
