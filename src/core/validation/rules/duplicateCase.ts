import { branchHeads } from '../../flow/flowGraph';
import type { FlowNode } from '../../flow/flowNode';
import { caseValue } from '../caseValue';
import { isCoreNode } from '../isCoreNode';
import { repeated } from '../repeated';
import { defineRule } from '../rule';

/** Two cases of a Lookup with the same value: the later one is never taken. */
export const duplicateCase = defineRule({
  code: 'duplicate-case',
  severity: 'warning',
  sentence: '{node} is never chosen: {first} has the same value.',
  reason: 'Two cases of a Lookup have the same value. The later one is never chosen.',
  wayOut: 'Change the value of one of them, or remove one.',
  ofPlacedNode({ node, graph }, found) {
    if (!isCoreNode(node, 'switch')) return [];
    const cases = branchHeads(graph, node.id ?? '')
      .map((head) => head.node)
      .filter((head) => isCoreNode(head, 'case'));
    return repeated(cases, valueOf).map(({ item, first }) =>
      found({
        path: [...(item.configs[0]?.path ?? item.path), 'case', 'value'],
        args: { node: { node: item.name }, first: { node: first.name } },
        related: [{ path: [...(first.configs[0]?.path ?? first.path), 'case', 'value'], name: first.name }],
      }),
    );
  },
});

function valueOf({ configs: [config] }: FlowNode): string | undefined {
  return config && caseValue(config);
}
