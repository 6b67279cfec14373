import { hasGraph, nameOf, nodePlace } from './graphNames';
import type { ProblemCode } from './problemCodes';
import type { FlowContext, FlowRule } from './rule';

/** Problems of a flow that has not exactly one node of a type. */
export function nodesOfType(
  context: FlowContext,
  type: string,
  missing: ProblemCode,
  second: ProblemCode,
): ReturnType<FlowRule> {
  const { members, graph, flow } = context;
  if (!hasGraph(context) || !members) return [];
  const [first, ...others] = [...members].filter(([, member]) => member.type === type);
  if (!first) {
    const [relation] = flow.relations;
    return [{ code: missing, severity: 'error', path: relation ? [...relation.path, 'node'] : [] }];
  }
  return others.map(([id]) => {
    const node = graph.nodes.get(id);
    return {
      code: second,
      severity: 'error',
      path: nodePlace(context, id),
      args: [nameOf(context, id)],
      related: [{ path: nodePlace(context, first[0]), name: first[1].name }],
      ...(node && { node }),
    };
  });
}
