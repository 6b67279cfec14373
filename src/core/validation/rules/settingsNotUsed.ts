import { defineRule } from '../rule';

export const settingsNotUsed = defineRule({
  code: 'settings-not-used',
  severity: 'warning',
  sentence: 'No project uses this file. Put it beside the connections file of the project.',
  reason:
    'A `.cognigy/validation.json` isn’t beside the connections file of any project, nor where that file would be, so its settings apply to nothing.',
  wayOut: 'Move the file into the `.cognigy` folder of the project.',
  ofFile: ({ place, project }, found) =>
    place.kind === 'ruleSettings' && !project ? [found({ path: [] })] : [],
});
