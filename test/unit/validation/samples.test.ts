import assert from 'node:assert/strict';
import { outlineProblems } from '../../support/goldens';
import { readFixture, sampleFlows } from '../../support/flows';

describe('The samples', () => {
  const flows = sampleFlows();

  it('are all there', () => {
    assert.equal(flows.length, 17);
  });

  it('have no error, and no warning that is not right', () => {
    const found = flows.flatMap((path) =>
      outlineProblems(readFixture(path)).map((problem) => `${path}: ${problem}`),
    );
    assert.deepEqual(found, []);
  });
});
