import type { FlowRule } from '../rule';

/** Push needs a flow's `config.json` and the project's `locales.json`, and says nothing where it skips. */
export const flowNotPushed: FlowRule = ({ knowledge, flow }) => {
  const push = knowledge.project?.push;
  const missing = [
    ...(push?.hasFlowConfig === false ? ['config.json'] : []),
    ...(push?.hasLocales === false ? ['locales.json'] : []),
  ];
  return missing.map((file) => ({
    code: 'flow-not-pushed',
    severity: 'info',
    path: flow.shape === 'chart' ? ['_id'] : [],
    args: [file],
  }));
};
