import type { Catalog } from '../catalog/catalog';
import type { FlowNode } from '../flow/flowNode';
import { isJson } from '../json/isJson';
import type { JsonDocument } from '../json/jsonDocument';
import type { JsonPath } from '../json/jsonPath';
import { isComputedJson } from '../validation/computedJson';
import { fieldAt, nodeAt } from './fieldAt';
import { addressOf, findPart, type PartAddress } from './nodePart';

/** The languages that strings of nodes are in, by VS Code's ids. */
export type PartLanguage = 'javascript' | 'json' | 'html' | 'sql' | 'plaintext';

/** A string of a node that can be edited by itself. */
export interface NodePart {
  readonly node: FlowNode;
  readonly address: PartAddress;
  readonly language: PartLanguage;
  /** The node's name and the key. */
  readonly title: string;
  readonly text: string;
}

export type OwnEditorAnswer =
  | { readonly kind: 'part'; readonly part: NodePart }
  /** No string of a node is there. */
  | { readonly kind: 'none' }
  /** The text around it is no JSON at the moment. */
  | { readonly kind: 'broken' }
  /** The node has no `_id` that no other has, so the string could not be found again. */
  | { readonly kind: 'noId' }
  /** Half a surrogate pair, which no editor can hold: saving would damage it. */
  | { readonly kind: 'notText' };

const languages: Readonly<Record<string, PartLanguage>> = {
  code: 'javascript',
  json: 'json',
  keyValuePairs: 'json',
  adaptivecard: 'json',
  agentAssistConfig: 'json',
  // The three fields of this type hold HTML.
  xml: 'html',
};

/** The string at an offset (UTF-16 code units), in its key or its value. */
export function ownEditorAt(document: JsonDocument, offset: number, catalog: Catalog): OwnEditorAnswer {
  const path = pathAt(document, offset);
  const node = path && nodeAt(document, path);
  if (!path || !node) return { kind: 'none' };
  const address = addressOf(node, path);
  const text = address && path.reduce<unknown>(stepInto, document.value);
  if (!address || typeof text !== 'string') return { kind: 'none' };
  if (!document.isSoundAt(path)) return { kind: 'broken' };
  if (findPart(document, address).kind !== 'found') return { kind: 'noId' };
  if (!isText(text)) return { kind: 'notText' };
  const language = languageOf(document, path, address, text, catalog);
  return {
    kind: 'part',
    part: { node, address, language, title: `${node.name} · ${keyOf(address.path)}`, text },
  };
}

/** Whether a string survives being written as UTF-8. */
export function isText(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** What a value is at a path; the innermost one, or the one whose key it is. */
function pathAt(document: JsonDocument, offset: number): JsonPath | undefined {
  const inValue = document.valueAt(offset);
  if (inValue) return inValue.path;
  return document
    .writtenProperties([])
    .find(({ keyRange }) => offset >= keyRange.offset && offset <= keyRange.offset + keyRange.length)?.path;
}

function languageOf(
  document: JsonDocument,
  path: JsonPath,
  address: PartAddress,
  text: string,
  catalog: Catalog,
): PartLanguage {
  const place = fieldAt(document, path, catalog);
  const type = place?.field?.type ?? '';
  const isWhole = address.path.length === 2;
  if (address.path[0] === 'mock' || (type === 'condition' && address.path.at(-1) === 'condition'))
    return 'javascript';
  if (place?.node.extension === '@cognigy/mssql' && place.key === 'query') return 'sql';
  const declared = isWhole ? languages[type] : undefined;
  if (declared !== 'json') return declared ?? (isJsonContainer(text) ? 'json' : 'plaintext');
  // VS Code would mark CognigyScript outside of strings as mistakes, which it isn't.
  return isComputedJson(text) && !isJson(text) ? 'plaintext' : 'json';
}

/** An object or a list: other texts, such as `12`, are JSON by chance. */
function isJsonContainer(text: string): boolean {
  return /^\s*[{[]/.test(text) && isJson(text);
}

/** `code`, `say.text[0]`, `mock.code`. */
function keyOf(path: JsonPath): string {
  const [first, ...rest] = path[0] === 'config' ? path.slice(1) : path;
  return rest.reduce<string>(
    (key, segment) => (typeof segment === 'number' ? `${key}[${segment}]` : `${key}.${segment}`),
    String(first),
  );
}

function stepInto(value: unknown, segment: string | number): unknown {
  return (value as Readonly<Record<string | number, unknown>> | undefined)?.[segment];
}
