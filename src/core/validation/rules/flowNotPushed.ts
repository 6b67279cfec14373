import { defineRule } from '../rule';

/** Push needs a flow's `config.json` and the project's `locales.json`, and says nothing where it skips. */
export const flowNotPushed = defineRule({
  code: 'flow-not-pushed',
  severity: { clone: 'warning', elsewhere: 'info' },
  sentence: '‘cognigy push’ silently skips this flow: {file} is missing.',
  reason:
    '`cognigy push` silently skips a flow without `config.json`, and every flow if `locales.json` is missing.',
  wayOut: 'Pull the flow again.',
  ofFlow({ knowledge, flow }, found) {
    const push = knowledge.project?.push;
    const missing = [
      ...(push?.hasFlowConfig === false ? ['config.json'] : []),
      ...(push?.hasLocales === false ? ['locales.json'] : []),
    ];
    return missing.map((file) => found({ path: flow.shape === 'chart' ? ['_id'] : [], args: { file } }));
  },
});
