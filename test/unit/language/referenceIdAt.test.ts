import assert from 'node:assert/strict';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { referenceIdAt } from '../../../src/core/language/referenceIdAt';
import { shippedCatalog } from '../../support/catalog';
import { chartText, httpNode, referenceId } from '../../support/flows';

const id = referenceId('b');
const text = chartText(
  httpNode('1', 'Get', { authType: 'basic', basicConnection: id, other: referenceId('c') }),
);

/** `|` marks the cursor. */
function at(marked: string, isKnown = false) {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0);
  return referenceIdAt(new JsonDocument(marked.replace('|', '')), offset, shippedCatalog(), () => isKnown);
}

describe('referenceIdAt', () => {
  it('finds the ID anywhere in its value, quotes included', () => {
    assert.equal(at(text.replace(`"${id}"`, `|"${id}"`)), id);
    assert.equal(at(text.replace('b2582', 'b25|82')), id);
    assert.equal(at(text.replace(`"${id}"`, `"${id}"|`)), id);
  });

  it('finds none in the key, in another string, or in a UUID that is no Connection', () => {
    assert.equal(at(text.replace('basicConnection', 'basic|Connection')), undefined);
    assert.equal(at(text.replace('"Get"', '"G|et"')), undefined);
    assert.equal(at(text.replace('"c2582', '"c2|582')), undefined);
    assert.equal(at(text.replace('"aaaaaaaa-', '"aaaa|aaaa-')), undefined);
  });

  it('finds a known Connection whatever its key', () => {
    assert.equal(at(text.replace('"c2582', '"c2|582'), true), referenceId('c'));
  });
});
