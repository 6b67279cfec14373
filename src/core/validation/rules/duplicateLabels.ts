import { repeated } from '../repeated';
import { defineRule } from '../rule';

/** Two nodes with the same label and type; off unless somebody asks for it, for the platform's own labels repeat. */
export const duplicateLabels = defineRule({
  code: 'duplicate-labels',
  severity: 'info',
  isOff: true,
  sentence: 'Another node is also called “{label}”.',
  reason: 'Two nodes of the same type have the same label. Off by default: the platform’s own labels repeat.',
  wayOut: 'Give one of them another label.',
  ofFlow: ({ flow }, found) =>
    repeated(flow.nodes, ({ label, type }) => (label === '' ? undefined : `${type}\n${label}`)).map(
      ({ item, first }) =>
        found({
          path: [...item.path, 'label'],
          args: { label: item.label },
          related: [{ path: [...first.path, 'label'], name: first.name }],
          node: item,
        }),
    ),
});
