import { hasGraph } from '../graphNames';
import type { FlowRule } from '../rule';

export const relationWithoutNode: FlowRule = (context) => {
  const { flow, members } = context;
  if (!hasGraph(context) || !members) return [];
  return flow.relations
    .filter(({ node }) => node === undefined || !members.has(node))
    .map(({ path }) => ({ code: 'relation-without-node', severity: 'error', path: [...path, 'node'] }));
};
