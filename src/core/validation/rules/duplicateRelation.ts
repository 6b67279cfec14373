import { nameOf } from '../graphNames';
import { repeated } from '../repeated';
import type { FlowRule } from '../rule';

export const duplicateRelation: FlowRule = (context) =>
  repeated(context.flow.relations, ({ node }) => node).map(({ item, first }) => {
    const name = nameOf(context, item.node ?? '');
    return {
      code: 'duplicate-relation',
      severity: 'error',
      path: [...item.path, 'node'],
      args: [name],
      related: [{ path: [...first.path, 'node'], name }],
    };
  });
