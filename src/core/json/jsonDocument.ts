import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { JsonPath } from './jsonPath';
import { scanTextShape, type TextShape } from './textShape';

/** A stretch of a text, in UTF-16 code units from its start. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

export interface JsonSyntaxError {
  /** 0-based, in UTF-16 code units. */
  readonly offset: number;
}

/** Below this depth every parser in use is safe; real charts stay under 30 levels. */
export const maximumDepth = 500;

/**
 * A JSON text, its value, and the ranges of its parts. The value comes from `JSON.parse` where that works, which is
 * some ten times faster than building a tree; the tree is built when a range is asked for. A text that is no JSON
 * still has the value that a tolerant parser makes of it, so that a file is not lost while someone types in it.
 */
export class JsonDocument {
  readonly value: unknown;
  readonly syntaxError: JsonSyntaxError | undefined;
  #tree: Node | undefined;
  #treeBuilt = false;
  #shape: TextShape | undefined;

  constructor(readonly text: string) {
    try {
      this.value = JSON.parse(text);
    } catch {
      const errors: ParseError[] = [];
      const tree = this.#buildTree(errors);
      const [first] = errors;
      this.value = tree && getNodeValue(tree);
      this.syntaxError = { offset: first?.offset ?? 0 };
    }
  }

  /** The range of the value at a path, quotes included; undefined when nothing stands there. */
  rangeOf(path: JsonPath): TextRange | undefined {
    return toRange(this.nodeAt(path));
  }

  /** The path of the innermost value that holds an offset, its quotes included, and that value. */
  valueAt(offset: number): { path: JsonPath; value: unknown; range: TextRange } | undefined {
    let node = this.tree;
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
    return { path, value: getNodeValue(node), range: { offset: node.offset, length: node.length } };
  }

  get shape(): TextShape {
    return (this.#shape ??= scanTextShape(this.text));
  }

  /** Whether walking the value, or building the tree, could overflow the stack. */
  get isTooDeep(): boolean {
    return this.shape.depth > maximumDepth;
  }

  get tree(): Node | undefined {
    return this.#treeBuilt ? this.#tree : this.#buildTree([]);
  }

  #buildTree(errors: ParseError[]): Node | undefined {
    this.#treeBuilt = true;
    this.#tree = this.isTooDeep ? undefined : parseTree(this.text, errors, { disallowComments: true });
    return this.#tree;
  }

  nodeAt(path: JsonPath): Node | undefined {
    let node = this.tree;
    for (const segment of path) {
      if (typeof segment === 'number') {
        node = node?.type === 'array' ? node.children?.[segment] : undefined;
      } else {
        // The last of duplicate keys, as JSON.parse has it.
        node = node?.children?.findLast((property) => property.children?.[0]?.value === segment)
          ?.children?.[1];
      }
    }
    return node;
  }
}

function holds(node: Node, offset: number): boolean {
  return offset >= node.offset && offset <= node.offset + node.length;
}

function toRange(node: Node | undefined): TextRange | undefined {
  return node && { offset: node.offset, length: node.length };
}
