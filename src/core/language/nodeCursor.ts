import type { FlowNode, NodeConfig } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import { isWithinPath } from '../json/jsonPath';
import { isObject } from '../json/narrow';
import type { TextRange } from '../json/textRange';
import { nodeAt } from './fieldAt';
import { jsonCursorAt, type JsonCursor } from './jsonCursor';

/** Where a cursor stands in a node's own object or in its config; deeper values are nobody's here. */
export interface NodeCursor extends JsonCursor {
  readonly node: FlowNode;
  /** The config that the cursor is directly in; undefined in the node's own object. */
  readonly config: NodeConfig | undefined;
  /** The text of the word at the cursor, without quotes. */
  readonly wordText: string;
}

/** A cursor in an object that is the value of a key of a node's config. */
export interface FieldCursor extends NodeCursor {
  readonly config: NodeConfig;
  /** The key of the config. */
  readonly field: string;
}

/** The place of an offset (UTF-16 code units) in a node, in half-typed text too; only that node's text is read. */
export function nodeCursorAt(document: JsonDocument, offset: number): NodeCursor | undefined {
  const found = cursorAt(document, offset);
  if (!found) return undefined;
  const { holder, node } = found;
  const config = node.configs.find(({ path }) => path.length === holder.length && isWithinPath(path, holder));
  return config || holder.length === node.path.length ? { ...found, config } : undefined;
}

/** The same for an offset directly in an object that a config holds. */
export function fieldCursorAt(document: JsonDocument, offset: number): FieldCursor | undefined {
  const found = cursorAt(document, offset);
  if (!found) return undefined;
  const { holder, node } = found;
  const config = node.configs.find(
    ({ path }) => path.length === holder.length - 1 && isWithinPath(path, holder),
  );
  const field = holder.at(-1);
  return config && typeof field === 'string' ? { ...found, config, field } : undefined;
}

function cursorAt(document: JsonDocument, offset: number): Omit<NodeCursor, 'config'> | undefined {
  const outer = surroundings(document, offset);
  const inner = outer && jsonCursorAt(textOf(document, outer.range), offset - outer.range.offset);
  if (!inner) return undefined;
  const shift = outer.range.offset;
  const holder = [...outer.path, ...inner.holder];
  const node = nodeAt(document, holder);
  if (!node) return undefined;
  const word = { offset: inner.word.offset + shift, length: inner.word.length };
  return {
    ...inner,
    holder,
    word,
    ...(inner.missingComma !== undefined && { missingComma: inner.missingComma + shift }),
    node,
    wordText: textOf(document, word).replaceAll('"', ''),
  };
}

/** What has to be read: the element of an outer array, or all of a package's node, which is a file of its own. */
function surroundings(document: JsonDocument, offset: number) {
  const element = document.elementAt(offset);
  if (element) return element;
  const isNodeFile = isObject(document.value) && Array.isArray(document.value.localizedData);
  return isNodeFile ? { path: [], range: { offset: 0, length: document.text.length } } : undefined;
}

function textOf({ text }: JsonDocument, { offset, length }: TextRange): string {
  return text.slice(offset, offset + length);
}
