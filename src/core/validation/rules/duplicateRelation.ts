import { nameOf } from '../graphNames';
import { repeated } from '../repeated';
import { defineRule } from '../rule';

export const duplicateRelation = defineRule({
  code: 'duplicate-relation',
  severity: 'warning',
  sentence: '{node} already has a relation.',
  reason: 'A node has two relations, so it is undecided where it leads.',
  wayOut: 'Remove one of them.',
  ofFlow: (context, found) =>
    repeated(context.flow.relations, ({ node }) => node).map(({ item, first }) => {
      const name = nameOf(context, item.node ?? '');
      return found({
        path: [...item.path, 'node'],
        args: { node: { node: name } },
        related: [{ path: [...first.path, 'node'], name }],
      });
    }),
});
