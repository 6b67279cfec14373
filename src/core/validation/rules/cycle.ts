import { edgePath, type FlowEdge } from '../../flow/flow';
import type { FlowGraph } from '../../flow/flowGraph';
import { nameOf } from '../graphNames';
import { defineRule } from '../rule';

/** A way through the chart that comes back to where it was; going back is what goTo is for. */
export const cycle = defineRule({
  code: 'cycle',
  severity: 'error',
  sentence: '{from} creates a loop back to {to}. To go back, use a Go To node.',
  reason: 'Following `next` and `children` leads back to the same node.',
  wayOut: 'Use Go To to go back.',
  ofFlow: (context, found) =>
    closingEdges(context.graph).map((edge) => {
      const node = context.graph.nodes.get(edge.relation.node ?? '');
      const from = { node: nameOf(context, edge.relation.node ?? '') };
      const to = { node: nameOf(context, edge.to) };
      return found({ path: edgePath(edge), args: { from, to }, ...(node && { node }) });
    }),
});

/** The edge that closes each cycle, by a walk with a stack of its own: charts can be very long. */
function closingEdges({ relations }: FlowGraph): FlowEdge[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: FlowEdge[] = [];
  for (const start of relations.keys()) {
    if (state.has(start)) continue;
    const stack = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = relations.get(top.id)?.edges[top.next++];
      if (!edge) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(edge.to) === 'open') {
        found.push(edge);
      } else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return found;
}
