import type { Localize } from '../../ports';
import type { Sentence } from '../describeProblem';

export const structureSentences = {
  'too-deep': (t, [limit = '']) =>
    t('This file nests more than {0} levels deep, so it isn’t checked. Real flows stay below 30.', limit),
  'duplicate-key': (t, [key = '']) =>
    t('“{0}” stands twice in this object. Only the last one counts: remove the other.', key),
  'duplicate-id': (t, [first = '']) => t('“{0}” has the same _id. In a flow every node has its own.', first),
  'duplicate-reference-id': (t, [first = '']) =>
    t('“{0}” has the same referenceId. In a flow every node has its own.', first),
  'malformed-id': (t) => t('A node’s _id has 24 hexadecimal digits. Cognigy.AI doesn’t know this node.'),
  'malformed-reference-id': (t) =>
    t('A node’s referenceId is a UUID (version 4). Cognigy.AI doesn’t know this node.'),
  'wrong-type': (t, [key = '', expected = '']) => {
    switch (expected) {
      case 'string':
        return t('“{0}” holds a text in every node.', key);
      case 'boolean':
        return t('“{0}” is true or false in every node.', key);
      default:
        return t('“{0}” holds an object in every node.', key);
    }
  },
  'node-without-relation': (t, [name = '']) =>
    t('{0} has no relation, so it isn’t part of the flow.', named(name, t)),
  'relation-without-node': (t) => t('This relation belongs to a node that isn’t in the flow.'),
  'duplicate-relation': (t, [name = '']) => t('{0} has a relation already.', named(name, t)),
  'dangling-edge': (t, [name = '']) => t('{0} leads to a node that isn’t in the flow.', named(name, t)),
  'second-edge': (t, [from = '', to = '']) =>
    to === ''
      ? t('{0} leads to this node already. In a flow only one node may.', named(from, t))
      : t('{0} leads to “{1}” already. In a flow only one node may.', named(from, t), to),
  cycle: (t, [from = '', to = '']) =>
    t(
      'From {0} the flow comes back to {1} without end. To go back, use a Go To node.',
      named(from, t),
      named(to, t),
    ),
  'second-root': (t, [name = '']) =>
    t('No node leads to {0}. In a flow only the start has none before it.', named(name, t)),
  'missing-start': (t) => t('This flow has no Start node.'),
  'second-start': (t) => t('This flow has a Start node already.'),
  'missing-end': (t) => t('This flow has no End node.'),
  'second-end': (t) => t('This flow has an End node already.'),
} as const satisfies Record<string, Sentence>;

/** A node in a sentence; an ID alone would tell nobody anything. */
function named(name: string, t: Localize): string {
  return name === '' ? t('A node') : t('“{0}”', name);
}
