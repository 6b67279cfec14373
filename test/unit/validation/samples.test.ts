import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { placeOf } from '../../../src/core/flow/filePlace';
import { outlineProblems } from '../../support/goldens';
import { readFixture } from '../../support/flows';

describe('The samples', () => {
  const flows = readdirSync('test/fixtures/samples', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        ['flow', 'packageNode'].includes(placeOf(path)?.kind ?? '') || path.startsWith('package/chart/'),
    );

  it('are all there', () => {
    assert.equal(flows.length, 17);
  });

  it('have no error, and no warning that is not right', () => {
    const found = flows.flatMap((path) =>
      outlineProblems(readFixture(`samples/${path}`)).map((problem) => `${path}: ${problem}`),
    );
    assert.deepEqual(found, []);
  });
});
