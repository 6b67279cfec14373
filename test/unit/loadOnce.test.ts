import assert from 'node:assert/strict';
import { loadOnce } from '../../src/host/loadOnce';

describe('What is loaded once', () => {
  it('is tried again after a failure, and kept once it is there', async () => {
    let calls = 0;
    const load = loadOnce(() =>
      ++calls === 1 ? Promise.reject(new Error('no disk')) : Promise.resolve(calls),
    );
    const both = await Promise.allSettled([load(), load()]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(await load(), 2);
    assert.equal(await load(), 2);
  });
});
