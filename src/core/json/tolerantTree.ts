import { createScanner, getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { JsonPath } from './jsonPath';
import type { TextRange } from './textRange';

/** Below this depth every parser in use is safe; real charts stay under 30 levels. */
export const maximumDepth = 500;

/** A value that holds an offset. */
export interface PathAt {
  readonly path: JsonPath;
  readonly range: TextRange;
}

/** What a tolerant parser makes of a text that is no JSON, so that a file is not lost while someone types in it. */
export class TolerantTree {
  readonly value: unknown;
  /** The offset of the first error, from the start of the text. */
  readonly errorOffset: number;
  /** How many objects and arrays the parser finds in one another, at most. */
  readonly depth: number;
  readonly #root: Node | undefined;

  constructor(text: string) {
    const errors: ParseError[] = [];
    this.depth = depthOf(text);
    this.#root = this.depth > maximumDepth ? undefined : parseTree(text, errors, { disallowComments: true });
    this.value = this.#root && getNodeValue(this.#root);
    this.errorOffset = errors[0]?.offset ?? 0;
  }

  /** The range of the value at a path, from the start of the text; undefined when nothing stands there. */
  rangeOf(path: JsonPath): TextRange | undefined {
    let node = this.#root;
    for (const segment of path) {
      if (typeof segment === 'number') {
        node = node?.type === 'array' ? node.children?.[segment] : undefined;
      } else {
        // The last of duplicate keys, as JSON.parse has it.
        node = node?.children?.findLast((property) => property.children?.[0]?.value === segment)
          ?.children?.[1];
      }
    }
    return node && toRange(node);
  }

  /** The element of the root, or of an array that is a property of it, that holds an offset. */
  elementAt(offset: number): PathAt | undefined {
    let list = this.#root;
    const path: (string | number)[] = [];
    if (list?.type === 'object') {
      const [key, value] = list.children?.find((property) => holds(property, offset))?.children ?? [];
      path.push(String(key?.value));
      list = value;
    }
    if (list?.type !== 'array') return undefined;
    const index = list.children?.findIndex((child) => holds(child, offset)) ?? -1;
    const element = list.children?.[index];
    return element && { path: [...path, index], range: toRange(element) };
  }

  /** The path of the innermost value that holds an offset; undefined outside the root and in a key. */
  pathAt(offset: number): PathAt | undefined {
    let node = this.#root;
    if (!node || !holds(node, offset)) return undefined;
    const path: (string | number)[] = [];
    for (;;) {
      const children: readonly Node[] = node.children ?? [];
      const index: number = children.findIndex((child) => holds(child, offset));
      const child: Node | undefined = children[index];
      if (!child) break;
      if (node.type === 'array') path.push(index);
      if (node.type === 'property') {
        if (index === 0) return undefined;
        path.push(String(children[0]?.value));
      }
      node = child;
    }
    return { path, range: toRange(node) };
  }
}

/** Values of the parser's `SyntaxKind`, which is a `const enum`: nothing to import. */
const openBrace = 1;
const closeBrace = 2;
const openBracket = 3;
const closeBracket = 4;
const endOfText = 17;

/**
 * By the parser's own tokens: where a quote is missing it takes other brackets for text than a scan from quote to quote.
 * A bracket that closes nothing is skipped by it.
 */
function depthOf(text: string): number {
  const scanner = createScanner(text, true);
  const scan = (): number => scanner.scan();
  const closers: number[] = [];
  let depth = 0;
  for (let token = scan(); token !== endOfText; token = scan()) {
    if (token === openBrace || token === openBracket) {
      depth = Math.max(depth, closers.push(token === openBrace ? closeBrace : closeBracket));
    } else if (token === closers.at(-1)) closers.pop();
  }
  return depth;
}

function holds(node: Node, offset: number): boolean {
  return offset >= node.offset && offset <= node.offset + node.length;
}

function toRange({ offset, length }: Node): TextRange {
  return { offset, length };
}
