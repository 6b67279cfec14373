import { isObject } from '../../json/narrow';
import { isPushed } from '../isPushed';
import { defineRule } from '../rule';

/** Push needs a flow's `config.json`, its `_id`, and the project's `locales.json`, and says nothing where it skips. */
export const flowNotPushed = defineRule({
  code: 'flow-not-pushed',
  severity: { clone: 'warning', elsewhere: 'info' },
  sentence: {
    missing: '‘cognigy push’ silently skips this flow: {file} is missing.',
    noId: '‘cognigy push’ silently skips this flow: its config.json has no _id.',
  },
  reason:
    '`cognigy push` silently skips a flow without `config.json`, or whose `config.json` has no `_id`, and every flow if `locales.json` is missing.',
  wayOut: 'Pull the flow again.',
  ofFlow({ knowledge, flow }, found) {
    const push = knowledge.project?.push;
    const missing = [
      ...(push?.hasFlowConfig === false ? ['config.json'] : []),
      ...(push?.hasLocales === false ? ['locales.json'] : []),
    ];
    const path = flow.shape === 'chart' ? ['_id'] : [];
    return missing.map((file) => found({ sentence: 'missing', path, args: { file } }));
  },
  ofFile({ place, path, document: { value, syntaxError } }, found) {
    if (place.kind !== 'flowResource' || !isPushed(place, path) || !isObject(value) || syntaxError) return [];
    if (typeof value._id === 'string' && value._id !== '') return [];
    return [found({ sentence: 'noId', path: '_id' in value ? ['_id'] : [] })];
  },
});
