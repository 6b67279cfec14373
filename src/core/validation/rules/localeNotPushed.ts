import { defineRule } from '../rule';

/** Push skips a locale without `intents.json`. */
export const localeNotPushed = defineRule({
  code: 'locale-not-pushed',
  severity: { clone: 'warning', elsewhere: 'info' },
  sentence: '‘cognigy push’ silently skips this locale: {file} is missing.',
  reason: '`cognigy push` silently skips a locale without `intents.json`.',
  wayOut: 'Pull the flow again.',
  ofFlow: ({ knowledge, flow }, found) =>
    knowledge.project?.push?.hasIntents === false
      ? [found({ path: flow.shape === 'chart' ? ['_id'] : [], args: { file: 'intents.json' } })]
      : [],
});
