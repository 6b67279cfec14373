import type { Sentence } from '../describeProblem';

export const logicSentences = {
  unreachable: (t, [name = '', before = '']) =>
    t('“{0}” never runs: “{1}” before it leaves the flow.', name, before),
  'empty-if': (t, [name = '']) => t('“{0}” has no condition.', name),
  'empty-say': (t, [name = '']) => t('“{0}” says nothing.', name),
  'empty-code': (t, [name = '']) => t('“{0}” holds no code.', name),
  'empty-case': (t, [name = '']) => t('“{0}” has no value, so it is never taken.', name),
  'duplicate-case': (t, [name = '', first = '']) =>
    t('“{0}” is never taken: “{1}” before it has the same value.', name, first),
  'target-missing': (t, [name = '', flow = '']) =>
    flow === ''
      ? t('“{0}” leads to a flow that isn’t in this project’s files.', name)
      : t('“{0}” leads to a node that isn’t in the flow “{1}”.', name, flow),
  'target-self': (t, [name = '']) => t('“{0}” leads to itself.', name),
  'target-disabled': (t, [name = '', target = '']) =>
    t('“{0}” leads to “{1}”, which is disabled.', name, target),
  'dotted-key': (t, [key = '']) =>
    t('Cognigy.AI can’t make a snapshot of a flow with a dot in a key: “{0}”.', key),
  'duplicate-labels': (t, [label = '']) => t('Another node is called “{0}” too.', label),
  'node-not-pushed': (t, [name = '', locale = '']) =>
    t(
      '“{0}” belongs to the locale {1} and differs from it here. ‘cognigy push’ skips it: change it there.',
      name,
      locale,
    ),
  'flow-not-pushed': (t, [file = '']) =>
    t('‘cognigy push’ skips this flow without a word: {0} is missing.', file),
  'locale-not-pushed': (t, [file = '']) =>
    t('‘cognigy push’ skips this locale without a word: {0} is missing.', file),
} as const satisfies Record<string, Sentence>;
