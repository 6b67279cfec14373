import type { JsonPath } from '../json/jsonPath';
import { isObject, type JsonObject } from '../json/narrow';
import { isObjectId } from './objectId';

/** How a file on disk holds a flow. */
export type FlowShape =
  /** `{relations, nodes}`: clones of the Cognigy CLI, files written by hand, and `{chart: {…}}` of the API. */
  | 'chart'
  /** A bare array of relations, each with its node under `_data`. */
  | 'embedded'
  /** A package's `chart/<id>`: relations whose nodes stand in files of their own. */
  | 'packageChart'
  /** A package's `nodeData/<id>`: one node without its relations. */
  | 'packageNode'
  /** Nodes alone: `{nodes}`, and what the API answers, `{items}` or a bare array. */
  | 'fragment'
  | 'unknown';

/** Where a file's value holds its nodes and relations. */
export interface FlowLists {
  readonly shape: FlowShape;
  readonly nodes: readonly unknown[];
  readonly nodesPath: JsonPath;
  readonly relations: readonly unknown[];
  readonly relationsPath: JsonPath;
}

const nothing = { nodes: [], nodesPath: [], relations: [], relationsPath: [] } as const;

export function flowLists(value: unknown): FlowLists {
  if (Array.isArray(value)) {
    if (isListOfNodes(value)) return { ...nothing, shape: 'fragment', nodes: value };
    return { ...nothing, shape: 'embedded', relations: value };
  }
  if (!isObject(value)) return { ...nothing, shape: 'unknown' };
  const { nodes, relations, items, chart } = value;
  if (Array.isArray(nodes) || Array.isArray(relations)) return listsIn(value, []);
  if (Array.isArray(value.localizedData)) return { ...nothing, shape: 'packageNode' };
  if (isListOfNodes(items)) return { ...nothing, shape: 'fragment', nodes: items, nodesPath: ['items'] };
  if (isObject(chart) && Array.isArray(chart.nodes) && Array.isArray(chart.relations)) {
    return listsIn(chart, ['chart']);
  }
  return { ...nothing, shape: 'unknown' };
}

function listsIn({ nodes, relations }: JsonObject, path: JsonPath): FlowLists {
  const hasNodes = Array.isArray(nodes);
  const hasRelations = Array.isArray(relations);
  return {
    shape: !hasNodes ? 'packageChart' : hasRelations ? 'chart' : 'fragment',
    nodes: hasNodes ? nodes : [],
    nodesPath: [...path, 'nodes'],
    relations: hasRelations ? relations : [],
    relationsPath: [...path, 'relations'],
  };
}

/** Nodes as the API answers them, and no relations. */
function isListOfNodes(value: unknown): value is readonly unknown[] {
  return hasNodes(value) && !(value as readonly unknown[]).some((item) => isObject(item) && '_data' in item);
}

/** Whether a value is a list of which something is a node of Cognigy.AI: by its `_id`, or its type with its Extension. */
export function hasNodes(value: unknown): boolean {
  return Array.isArray(value) && value.some(isNode);
}

function isNode(value: unknown): boolean {
  if (!isObject(value)) return false;
  return isObjectId(value._id) || (typeof value.type === 'string' && typeof value.extension === 'string');
}

/**
 * Whether a value is a flow of Cognigy.AI at all, where only the name of its file says so: other products have flows with
 * nodes and relations too.
 */
export function isCognigyFlow(value: unknown): boolean {
  if (isObject(value) && (isPairOfLists(value) || hasRelations(value.relations) || hasNodes(value.nodes)))
    return true;
  const { shape, relations } = flowLists(value);
  if (shape === 'embedded') return relations.some((item) => isObject(item) && '_data' in item);
  if (shape === 'unknown' || shape === 'packageChart') return false;
  return shape !== 'fragment' || !(isObject(value) && 'nodes' in value);
}

/** As it is begun by hand. */
function isPairOfLists({ nodes, relations }: JsonObject): boolean {
  return Array.isArray(nodes) && Array.isArray(relations);
}

/** Whether a value is a list of which something is the relation of a node. */
export function hasRelations(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => isObject(item) && 'node' in item);
}
