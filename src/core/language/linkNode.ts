import { edgePath, type Flow, type FlowEdge, type FlowRelation } from '../flow/flow';
import { buildFlowGraph } from '../flow/flowGraph';
import { replaceValue } from '../json/editJson';
import { insertElements, insertProperties } from '../json/insertJson';
import type { JsonDocument } from '../json/jsonDocument';
import { valueIn, type JsonPath } from '../json/jsonPath';
import { isObject } from '../json/narrow';
import type { TextEdit } from '../json/textEdit';
import { withKeysOf, type NewNode } from './newNodes';

/** Where the relations of a flow take in a new node. */
export interface LinkPlace {
  /** The relation that leads on to the new node. */
  readonly relation: FlowRelation;
  /** The edge to be turned to the new node, where that is not `relation.next`. */
  readonly incoming: FlowEdge | undefined;
}

/** After a node; before the end of a flow. Undefined where nothing leads on. */
export function placeAfter(flow: Flow, nodeId: string, type: string | undefined): LinkPlace | undefined {
  const graph = buildFlowGraph(flow);
  if (type !== 'end') {
    const relation = graph.relations.get(nodeId);
    return relation && { relation, incoming: undefined };
  }
  const incoming = graph.incoming.get(nodeId)?.[0];
  return incoming && { relation: incoming.relation, incoming };
}

/**
 * Has the flow lead over a new node, the first one, and puts the relations of all new ones after the one that leads to
 * them. `dress` adds to a relation what the file keeps with it.
 */
export function linkNodes(
  document: JsonDocument,
  list: JsonPath,
  { relation, incoming }: LinkPlace,
  [main, ...heads]: readonly [NewNode, ...NewNode[]],
  dress: (made: NewNode) => Readonly<Record<string, unknown>> = (made) => made.relation,
): TextEdit[] {
  const found = valueIn(document.value, relation.path);
  const template = isObject(found) ? found : {};
  const next = incoming ? incoming.to : (template.next ?? null);
  const relations = [{ ...main, relation: { ...main.relation, next } }, ...heads].map((made) => {
    const relation = dress(made);
    return withKeysOf(
      template,
      relation,
      Object.keys(relation).filter((key) => isNeeded(key, relation[key])),
    );
  });
  const leads = incoming
    ? replaceValue(document, edgePath(incoming), main.id)
    : 'next' in template
      ? replaceValue(document, [...relation.path, 'next'], main.id)
      : insertProperties(document, relation.path, { next: main.id });
  return [...leads, ...insertElements(document, list, Number(relation.path.at(-1)), relations)];
}

/** Files may omit what leads nowhere; what leads somewhere must stand in a new relation, whether others have it or not. */
function isNeeded(key: string, value: unknown): boolean {
  if (key === '_id') return false;
  return Array.isArray(value) ? value.length > 0 : value !== null;
}
