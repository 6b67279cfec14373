import type { Catalog } from '../catalog/catalog';
import { mentionsIn, type MentioningFile } from '../connection/mentions';
import { edgePath, readFlow } from '../flow/flow';
import type { FlowNode } from '../flow/flowNode';
import { readNodeTarget, type NodeTarget } from '../flow/nodeTarget';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import { toPointer, type JsonPath } from '../json/jsonPath';
import { asArray, asString, isObject } from '../json/narrow';
import type { TextRange } from '../json/textRange';
import { connectionAt } from './connectionAt';
import { targetAt } from './targetAt';

/** What a text names by an id. */
export type FlowSymbol =
  | { readonly kind: 'connection'; readonly referenceId: ReferenceId; readonly range: TextRange }
  /** A node, by what is known of it at that place: its `_id`, its Reference ID, or both. */
  | {
      readonly kind: 'node';
      readonly id: string | undefined;
      /** Lower-case. */
      readonly referenceId: string | undefined;
      /** The flow that it is said to be in, where another one can be. */
      readonly target: NodeTarget | undefined;
      readonly range: TextRange;
    };

export type NodeSymbol = Extract<FlowSymbol, { kind: 'node' }>;

/** What the id at an offset of a flow file names; `isDeclared` knows the Connections. */
export function flowSymbolAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  isDeclared: (referenceId: ReferenceId) => boolean,
): FlowSymbol | undefined {
  if (document.isTooDeep) return undefined;
  const connection = connectionAt(document, offset, catalog, isDeclared);
  if (connection) {
    const { referenceId, range } = connection;
    return referenceId && { kind: 'connection', referenceId, range };
  }
  const place = targetAt(document, offset, catalog);
  if (place) {
    const { target, range } = place;
    return target && { kind: 'node', id: undefined, referenceId: target.node, target, range };
  }
  const found = document.valueAt(offset);
  const text = asString(found?.value);
  if (!found || !text) return undefined;
  const { nodes, relations } = readFlow(document.value);
  const pointer = toPointer(found.path);
  const isHere = (path: JsonPath) => toPointer(path) === pointer;
  const own = nodes.find(({ path }) => isHere([...path, '_id']) || isHere([...path, 'referenceId']));
  if (own) return toSymbol(own.id, own, found.range);
  const isEdge = relations.some(
    ({ path, edges }) => isHere([...path, 'node']) || edges.some((edge) => isHere(edgePath(edge))),
  );
  return isEdge
    ? toSymbol(
        text,
        nodes.find(({ id }) => id === text),
        found.range,
      )
    : undefined;
}

/** The Connection whose entry an offset of a connections file is in, at its ID or its name. */
export function entrySymbolAt(document: JsonDocument, offset: number): FlowSymbol | undefined {
  const found = document.isTooDeep ? undefined : document.valueAt(offset);
  const [list, index, key] = found?.path ?? [];
  if (!found || list !== 'connections' || typeof index !== 'number' || found.path.length !== 3)
    return undefined;
  if (key !== 'referenceId' && key !== 'name') return undefined;
  const entries = isObject(document.value) ? asArray(document.value.connections) : [];
  const entry = entries[index];
  const referenceId = isObject(entry) ? toReferenceId(entry.referenceId) : undefined;
  return referenceId && { kind: 'connection', referenceId, range: found.range };
}

/** Every place of a flow file where a symbol is named, in the order of the text. */
export function symbolRanges(
  document: JsonDocument,
  symbol: FlowSymbol,
  file: MentioningFile,
  catalog: Catalog,
): TextRange[] {
  if (document.isTooDeep) return [];
  const paths =
    symbol.kind === 'connection'
      ? mentionsIn(document, file, symbol.referenceId, catalog).map(({ path }) => path)
      : nodePaths(document, symbol);
  return paths.flatMap((path) => document.rangeOf(path) ?? []).sort((a, b) => a.offset - b.offset);
}

function toSymbol(id: string | undefined, node: FlowNode | undefined, range: TextRange): FlowSymbol {
  return { kind: 'node', id, referenceId: node?.referenceId, target: undefined, range };
}

/** A node in its relations, by itself, and as a target. */
function nodePaths(document: JsonDocument, symbol: NodeSymbol): JsonPath[] {
  const { nodes, relations } = readFlow(document.value);
  const { referenceId } = symbol;
  const isOwn = (node: FlowNode) =>
    (symbol.id !== undefined && node.id === symbol.id) ||
    (referenceId !== undefined && node.referenceId === referenceId);
  const own = nodes.filter(isOwn);
  const id = symbol.id ?? own[0]?.id;
  const inRelations = relations.flatMap(({ path, node, edges }) => [
    ...(id !== undefined && node === id ? [[...path, 'node']] : []),
    ...edges.filter(({ to }) => to === id).map(edgePath),
  ]);
  const targets = nodes.flatMap(({ configs }) =>
    configs.flatMap(({ path, value }) =>
      Object.entries(value)
        .filter(([, one]) => referenceId !== undefined && readNodeTarget(one)?.node === referenceId)
        .map(([key]) => [...path, key, 'node']),
    ),
  );
  const ids = own.flatMap(({ path }) => [
    [...path, '_id'],
    [...path, 'referenceId'],
  ]);
  return [...inRelations, ...ids, ...targets];
}
