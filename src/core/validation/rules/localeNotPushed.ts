import type { FlowRule } from '../rule';

/** Push skips a locale without `intents.json`. */
export const localeNotPushed: FlowRule = ({ knowledge, flow }) =>
  knowledge.project?.push?.hasIntents === false
    ? [
        {
          code: 'locale-not-pushed',
          severity: 'info',
          path: flow.shape === 'chart' ? ['_id'] : [],
          args: ['intents.json'],
        },
      ]
    : [];
