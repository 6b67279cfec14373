import { repeated } from '../repeated';
import type { FlowRule } from '../rule';

export const duplicateReferenceId: FlowRule = ({ flow }) =>
  repeated(flow.nodes, ({ referenceId }) => referenceId).map(({ item, first }) => ({
    code: 'duplicate-reference-id',
    severity: 'error',
    path: [...item.path, 'referenceId'],
    args: [first.name],
    related: [{ path: [...first.path, 'referenceId'], name: first.name }],
    node: item,
  }));
