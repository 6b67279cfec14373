import assert from 'node:assert/strict';
import { toFormPlace } from '../../../src/webview/formPlace';

describe('The place of a form', () => {
  it('is how far it is scrolled and which input had the focus, and nothing else', () => {
    const place = { scrollTop: 40, focused: 'field:password' };
    assert.deepEqual(toFormPlace({ ...place, value: 'planted' }), place);
  });

  it('is unknown where something else was kept', () => {
    for (const value of [undefined, null, 'top', {}, { scrollTop: '40', focused: '' }, { scrollTop: 40 }])
      assert.equal(toFormPlace(value), undefined);
  });
});
