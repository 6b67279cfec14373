import { repeated } from '../repeated';
import type { FlowRule } from '../rule';

export const duplicateId: FlowRule = ({ flow }) =>
  repeated(flow.nodes, ({ id }) => id).map(({ item, first }) => ({
    code: 'duplicate-id',
    severity: 'error',
    path: [...item.path, '_id'],
    args: [first.name],
    related: [{ path: [...first.path, '_id'], name: first.name }],
    node: item,
  }));
