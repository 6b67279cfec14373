import type { Sentence } from '../describeProblem';

export const configSentences = {
  'config-enum': (t, [key = '', allowed = '']) => t('“{0}” takes one of these: {1}.', key, allowed),
  'config-range': (t, [key = '', min = '', max = '']) => {
    if (max === '') return t('“{0}” takes a number from {1} up.', key, min);
    if (min === '') return t('“{0}” takes a number up to {1}.', key, max);
    return t('“{0}” takes a number from {1} to {2}.', key, min, max);
  },
  'config-boolean': (t, [key = '']) => t('“{0}” takes true or false.', key),
  'config-json': (t, [key = '']) =>
    t('“{0}” isn’t valid JSON, even without its CognigyScript, so the node fails when it runs.', key),
  'config-missing': (t, [name = '', key = '']) => t('“{0}” can’t run without “{1}”.', name, key),
  'branch-unexpected': (t, [name = '', parent = '', needed = '']) =>
    t('“{0}” can’t be a branch of “{1}”: it belongs to a node of the type {2}.', name, parent, needed),
  'branch-missing': (t, [name = '', type = '']) =>
    t('“{0}” lacks its branch of the type {1}. Only Cognigy.AI can make it.', name, type),
  'branch-surplus': (t, [parent = '', type = '']) =>
    t('“{0}” has a branch of the type {1} already.', parent, type),
} as const satisfies Record<string, Sentence>;
