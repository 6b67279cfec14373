import type { Sentence } from '../describeProblem';

export const connectionSentences = {
  'connection-malformed': (t, [kind = '', key = '']) =>
    kind === 'credential'
      ? t(
          '“{0}” takes the Reference ID of a Connection, and this looks like a credential. Flow files get committed: remove it, and make a new one if it was.',
          key,
        )
      : t('“{0}” takes the Reference ID of a Connection, and this is none.', key),
  'connection-missing': (t, [type = '']) => t('This node needs a Connection ({0}) and names none.', type),
  'connection-unknown': (t) =>
    t(
      'No Connection with this Reference ID is registered in this project. If it was deleted on Cognigy.AI, the flow hangs at this node.',
    ),
  'connection-type-mismatch': (t, [name = '', actual = '', needed = '']) =>
    /^[aeio]/i.test(actual)
      ? t('“{0}” is an {1} Connection. This node needs {2}.', name, actual, needed)
      : t('“{0}” is a {1} Connection. This node needs {2}.', name, actual, needed),
  'connection-temporary': (t, [name = '']) =>
    t(
      '“{0}” isn’t linked to Cognigy.AI yet: its Reference ID is temporary, and a pushed flow hangs at this node. Create it on Cognigy.AI, then choose Link to Cognigy.AI.',
      name,
    ),
  'connection-stale': (t, [name = '']) =>
    name === ''
      ? t(
          'The node’s settings don’t select this Connection. Such a leftover has broken nodes before: empty it.',
        )
      : t('The node’s settings don’t select “{0}”. Such a leftover has broken nodes before: empty it.', name),
  'connection-type-deprecated': (t, [name = '', replacement = '']) =>
    t('Cognigy.AI has deprecated the type of “{0}”. {1} takes its place.', name, replacement),
  'connection-unused': (t, [name = '']) => t('No node of this project uses “{0}”.', name),
} as const satisfies Record<string, Sentence>;
