import { isObject } from '../../json/narrow';
import { defineRule } from '../rule';

export const connectionsFileShadowed = defineRule({
  code: 'connections-file-shadowed',
  severity: 'warning',
  sentence: '{file} applies to the same folder, so this file has no effect.',
  reason:
    'Two connections files apply to the same folder. The one without a name in its file name counts, otherwise the first one in alphabetical order.',
  wayOut: 'Move the Connections to the other file, or set `agentDir` to another folder.',
  ofFile({ place, document, project }, found) {
    if (place.kind !== 'connectionsFile' || project?.shadowedBy === undefined) return [];
    const { value } = document;
    const path = isObject(value) && 'agentDir' in value ? ['agentDir'] : [];
    return [found({ path, args: { file: project.shadowedBy } })];
  },
});
