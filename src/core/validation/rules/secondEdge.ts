import { edgePath } from '../../flow/flow';
import { nameOf } from '../graphNames';
import type { FlowRule } from '../rule';

export const secondEdge: FlowRule = (context) =>
  [...context.graph.incoming].flatMap(([to, [first, ...others]]) =>
    others.map((edge) => {
      const node = context.graph.nodes.get(edge.relation.node ?? '');
      return {
        code: 'second-edge' as const,
        severity: 'error' as const,
        path: edgePath(edge),
        args: [nameOf(context, to)],
        related: first ? [{ path: edgePath(first), name: nameOf(context, first.relation.node ?? '') }] : [],
        ...(node && { node }),
      };
    }),
  );
