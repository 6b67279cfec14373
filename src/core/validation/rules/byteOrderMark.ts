import { isPushed } from '../isPushed';
import { defineRule } from '../rule';

/** Push hands the text of a file to `JSON.parse` as it is (CLI 2.2.9), which refuses the mark. */
export const byteOrderMark = defineRule({
  code: 'byte-order-mark',
  severity: { clone: 'error', elsewhere: 'info' },
  sentence: 'The file begins with a byte order mark (BOM), so ‘cognigy push’ can’t read it.',
  reason:
    'The file begins with a byte order mark (BOM), which some editors and scripts write. `cognigy push` can’t read the file then: it silently skips that locale or flow.',
  wayOut: 'Save the file as UTF-8 without a BOM. In VS Code, choose **Save with Encoding**.',
  ofFile: ({ place, path, hasByteOrderMark }, found) =>
    hasByteOrderMark && isPushed(place, path) ? [found({ path: [], range: { offset: 0, length: 0 } })] : [],
});
