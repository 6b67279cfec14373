import { furtherOfType } from '../graphNames';
import { defineRule } from '../rule';

export const secondStart = defineRule({
  code: 'second-start',
  severity: 'warning',
  sentence: 'This flow already has a Start node. The editor on Cognigy.AI never creates a second one.',
  reason: 'A flow has two Start nodes. The editor on Cognigy.AI never creates a second one.',
  wayOut: 'Remove one of them.',
  ofFlow: (context, found) => furtherOfType(context, 'start').map((place) => found(place)),
});
