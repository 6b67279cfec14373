import { isObject } from '../../json/narrow';
import { defineRule } from '../rule';

/** What such a file excludes counts all the same: that is for whoever looks for files. */
export const settingsNotUsed = defineRule({
  code: 'settings-not-used',
  severity: 'warning',
  sentence: 'No project uses these rules. Put the file beside the connections file of the project.',
  reason:
    'A `.cognigy/validation.json` isn’t beside the connections file of any project, nor where that file would be, so its `rules` apply to nothing. Its `exclude` does apply.',
  wayOut: 'Move the file into the `.cognigy` folder of the project.',
  ofFile({ place, project, document: { value } }, found) {
    const isUnused = place.kind === 'ruleSettings' && !project && isObject(value) && 'rules' in value;
    return isUnused ? [found({ path: ['rules'] })] : [];
  },
});
