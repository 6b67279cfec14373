import { maximumDepth } from '../../json/tolerantTree';
import { defineRule } from '../rule';

export const tooDeep = defineRule({
  code: 'too-deep',
  severity: 'error',
  sentence: 'The file nests more than {limit} levels deep, so it wasn’t checked. Real flows stay below 30.',
  reason:
    'The file nests more than 500 levels deep, and parsers fail on it. Real flows stay below 30. Nothing else in the file is checked.',
  wayOut: 'Find the value that was pasted into itself.',
  ofFile: ({ document }, found) =>
    document.isTooDeep ? [found({ path: [], args: { limit: maximumDepth } })] : [],
});
