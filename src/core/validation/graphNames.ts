import type { JsonPath } from '../json/jsonPath';
import type { Finding } from './rule';
import type { FlowContext, FlowMember } from './ruleContexts';

/** Whether a file holds relations: graph rules have nothing to say of the others. */
export function hasGraph({ flow: { shape } }: FlowContext): boolean {
  return shape === 'chart' || shape === 'embedded' || shape === 'packageChart';
}

/** A node in words; empty where only its `_id` is known, which tells nobody anything. */
export function nameOf({ members }: FlowContext, nodeId: string): string {
  return members?.get(nodeId)?.name ?? '';
}

/** Where a node is named in the file: by itself, else by its relation. */
export function nodePlace({ graph }: FlowContext, nodeId: string): JsonPath {
  const node = graph.nodes.get(nodeId);
  if (node) return [...node.path, '_id'];
  const relation = graph.relations.get(nodeId);
  return relation ? [...relation.path, 'node'] : [];
}

/** The nodes of a flow that are of a type, in their order; none where the nodes can't be known. */
function nodesOfType({ members }: FlowContext, type: string): (FlowMember & { readonly id: string })[] {
  return [...(members ?? [])].flatMap(([id, member]) =>
    member.type === type ? [{ id, type, name: member.name }] : [],
  );
}

/** Whether a flow is known to have no node of a type. */
export function isWithout(context: FlowContext, type: string): boolean {
  return hasGraph(context) && context.members !== undefined && nodesOfType(context, type).length === 0;
}

/** Where the nodes of a type are that a flow can have one of, but for the first, which they disagree with. */
export function furtherOfType(
  context: FlowContext,
  type: string,
): Pick<Finding, 'path' | 'related' | 'node'>[] {
  const [first, ...others] = hasGraph(context) ? nodesOfType(context, type) : [];
  return others.map(({ id }) => {
    const node = context.graph.nodes.get(id);
    return {
      path: nodePlace(context, id),
      related: first ? [{ path: nodePlace(context, first.id), name: first.name }] : [],
      ...(node && { node }),
    };
  });
}
