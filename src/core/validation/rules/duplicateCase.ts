import { branchHeads } from '../../flow/flowGraph';
import type { FlowNode } from '../../flow/flowNode';
import { caseValue } from '../caseValue';
import { isCoreNode } from '../isCoreNode';
import { repeated } from '../repeated';
import type { PlacedNodeRule } from '../rule';

/** Two cases of a Lookup with the same value: the later one is never taken. */
export const duplicateCase: PlacedNodeRule = ({ node, graph }) => {
  if (!isCoreNode(node, 'switch')) return [];
  const cases = branchHeads(graph, node.id ?? '')
    .map((head) => head.node)
    .filter((head) => isCoreNode(head, 'case'));
  return repeated(cases, valueOf).map(({ item, first }) => ({
    code: 'duplicate-case',
    severity: 'warning',
    path: [...(item.configs[0]?.path ?? item.path), 'case', 'value'],
    args: [item.name, first.name],
    related: [{ path: [...(first.configs[0]?.path ?? first.path), 'case', 'value'], name: first.name }],
  }));
};

function valueOf({ configs: [config] }: FlowNode): string | undefined {
  return config && caseValue(config);
}
