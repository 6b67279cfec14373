import type { JsonPath } from '../json/jsonPath';
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
export function nodesOfType(
  { members }: FlowContext,
  type: string,
): (FlowMember & { readonly id: string })[] {
  return [...(members ?? [])].flatMap(([id, member]) =>
    member.type === type ? [{ id, type, name: member.name }] : [],
  );
}
