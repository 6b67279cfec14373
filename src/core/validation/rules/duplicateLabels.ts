import { repeated } from '../repeated';
import type { FlowRule } from '../rule';

/** Two nodes with the same label and type; off unless somebody asks for it, for the platform's own labels repeat. */
export const duplicateLabels: FlowRule = ({ flow }) =>
  repeated(flow.nodes, ({ label, type }) => (label === '' ? undefined : `${type}\n${label}`)).map(
    ({ item, first }) => ({
      code: 'duplicate-labels',
      severity: 'info',
      path: [...item.path, 'label'],
      args: [item.label],
      related: [{ path: [...first.path, 'label'], name: first.name }],
      node: item,
    }),
  );
