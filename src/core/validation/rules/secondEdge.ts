import { edgePath } from '../../flow/flow';
import { nameOf } from '../graphNames';
import type { FlowRule } from '../rule';

export const secondEdge: FlowRule = (context) =>
  [...context.graph.incoming].flatMap(([to, [first, ...others]]) =>
    others.map((edge) => {
      const node = context.graph.nodes.get(edge.relation.node ?? '');
      const source = nameOf(context, first?.relation.node ?? '');
      return {
        code: 'second-edge' as const,
        severity: 'error' as const,
        path: edgePath(edge),
        args: [source, nameOf(context, to)],
        related: first ? [{ path: edgePath(first), name: source }] : [],
        ...(node && { node }),
      };
    }),
  );
