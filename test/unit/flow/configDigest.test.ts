import assert from 'node:assert/strict';
import { configDigest } from '../../../src/core/flow/configDigest';

describe('The digest of a config', () => {
  it('is the same in whatever order keys stand, and another one for another order of a list', () => {
    assert.equal(
      configDigest({ a: 1, b: { c: 'x', d: [1] } }),
      configDigest({ b: { d: [1], c: 'x' }, a: 1 }),
    );
    assert.notEqual(configDigest(['a', 'b']), configDigest(['b', 'a']));
    assert.notEqual(configDigest({ a: '1' }), configDigest({ a: 1 }));
    assert.notEqual(configDigest({ a: 'b' }), configDigest({ b: 'a' }));
  });

  it('is another one where several values have changed alike', () => {
    const keys = ['x', 'y', 'text1', 'text2', 'textA', 'textB', 'option1', 'option2'];
    const values = [0, 1, 2, 8, '0', '1', 'Hello A', 'Hello B', 'Hello AB', 'Hello BA', true, false, null];
    const seen = new Map<number, string>();
    for (const first of keys) {
      for (const second of keys.filter((key) => key > first)) {
        for (const value of values) {
          const config = { [first]: value, [second]: value };
          const digest = configDigest(config);
          assert.equal(seen.get(digest), undefined, JSON.stringify(config));
          seen.set(digest, JSON.stringify(config));
        }
      }
    }
  });
});
