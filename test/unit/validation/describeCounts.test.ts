import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import { describeCounts } from '../../../src/core/validation/describeCounts';
import type { Severity } from '../../../src/core/validation/problem';

describe('What came of checking files', () => {
  const of = (files: number, ...severities: readonly Severity[]) =>
    describeCounts(
      files,
      severities.map((severity) => ({ severity })),
      english,
    );

  it('is said in the singular of one and in the plural of all other numbers', () => {
    assert.equal(of(1, 'error'), '1 file checked: 1 error, 0 warnings, 0 notes');
    assert.equal(of(2, 'error', 'error', 'warning'), '2 files checked: 2 errors, 1 warning, 0 notes');
    assert.equal(of(0, 'hint'), '0 files checked: 0 errors, 0 warnings, 1 note');
    assert.equal(of(3, 'hint', 'info'), '3 files checked: 0 errors, 0 warnings, 2 notes');
  });
});
