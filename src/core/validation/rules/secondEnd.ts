import { furtherOfType } from '../graphNames';
import { defineRule } from '../rule';

export const secondEnd = defineRule({
  code: 'second-end',
  severity: 'warning',
  sentence: 'This flow already has an End node. The editor on Cognigy.AI never creates a second one.',
  reason: 'A flow has two End nodes. The editor on Cognigy.AI never creates a second one.',
  wayOut: 'Remove one of them.',
  ofFlow: (context, found) => furtherOfType(context, 'end').map((place) => found(place)),
});
