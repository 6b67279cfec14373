import { asArray, asString, isObject, type JsonObject } from '../json/narrow';
import type { JsonPath } from '../json/jsonPath';
import { readFlowNodes, type FlowNode } from './flowNode';

/** How a file on disk holds a flow. */
export type FlowShape =
  /** `{relations, nodes}`: clones of the Cognigy CLI and files written by hand. */
  | 'chart'
  /** A bare array of relations, each with its node under `_data`. */
  | 'embedded'
  /** A package's `chart/<id>`: relations whose nodes stand in files of their own. */
  | 'packageChart'
  /** A package's `nodeData/<id>`: one node without its relations. */
  | 'packageNode'
  /** `{nodes}` alone. */
  | 'fragment'
  | 'unknown';

/** Where a node leads to. */
export interface FlowRelation {
  readonly path: JsonPath;
  /** The `_id` of the node that this is the relation of. */
  readonly node: string | undefined;
  /** The nodes that head its branches, then its successor, in that order. */
  readonly edges: readonly FlowEdge[];
}

export interface FlowEdge {
  /** The `_id` of the node that it leads to. */
  readonly to: string;
  readonly kind: 'child' | 'next';
  /** In a list of children, which one. */
  readonly index: number;
  readonly relation: FlowRelation;
}

/** A flow as one file holds it, whichever of the shapes on disk that is. */
export interface Flow {
  readonly shape: FlowShape;
  readonly nodes: readonly FlowNode[];
  readonly relations: readonly FlowRelation[];
}

/** The flow in a file's value; one without nodes and relations when the value has none of the known shapes. */
export function readFlow(value: unknown): Flow {
  const shape = flowShape(value);
  return { shape, nodes: readFlowNodes(value), relations: readRelations(value, shape) };
}

/** How a file's value holds a flow. */
export function flowShape(value: unknown): FlowShape {
  if (Array.isArray(value)) return 'embedded';
  if (!isObject(value)) return 'unknown';
  if (Array.isArray(value.nodes)) return Array.isArray(value.relations) ? 'chart' : 'fragment';
  if (Array.isArray(value.relations)) return 'packageChart';
  return Array.isArray(value.localizedData) ? 'packageNode' : 'unknown';
}

/** Where an edge's target stands in the file. */
export function edgePath({ kind, index, relation }: FlowEdge): JsonPath {
  return kind === 'next' ? [...relation.path, 'next'] : [...relation.path, 'children', index];
}

function readRelations(value: unknown, shape: FlowShape): FlowRelation[] {
  const list = shape === 'embedded' ? value : isObject(value) ? value.relations : undefined;
  return asArray(list).flatMap((entry, index) =>
    isObject(entry) ? [toRelation(entry, shape === 'embedded' ? [index] : ['relations', index])] : [],
  );
}

function toRelation(entry: JsonObject, path: JsonPath): FlowRelation {
  const edges: FlowEdge[] = [];
  const relation = { path, node: asString(entry.node), edges };
  for (const [index, child] of asArray(entry.children).entries()) {
    if (typeof child === 'string' && child !== '') edges.push({ to: child, kind: 'child', index, relation });
  }
  const next = asString(entry.next);
  if (next) edges.push({ to: next, kind: 'next', index: 0, relation });
  return relation;
}
