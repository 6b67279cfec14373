import { asArray, asString, isObject, type JsonObject } from '../json/narrow';
import type { JsonPath } from '../json/jsonPath';
import { flowLists, type FlowLists, type FlowShape } from './flowLists';
import { readFlowNodes, type FlowNode } from './flowNode';

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
  /** Where its lists are in the file. */
  readonly nodesPath: JsonPath;
  readonly relationsPath: JsonPath;
  readonly nodes: readonly FlowNode[];
  readonly relations: readonly FlowRelation[];
}

/** The flow in a file's value; one without nodes and relations when the value has none of the known shapes. */
export function readFlow(value: unknown): Flow {
  const lists = flowLists(value);
  const { shape, nodesPath, relationsPath } = lists;
  return { shape, nodesPath, relationsPath, nodes: readFlowNodes(value), relations: readRelations(lists) };
}

/** Where an edge's target stands in the file. */
export function edgePath({ kind, index, relation }: FlowEdge): JsonPath {
  return kind === 'next' ? [...relation.path, 'next'] : [...relation.path, 'children', index];
}

function readRelations({ relations, relationsPath }: FlowLists): FlowRelation[] {
  return relations.flatMap((entry, index) =>
    isObject(entry) ? [toRelation(entry, [...relationsPath, index])] : [],
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
