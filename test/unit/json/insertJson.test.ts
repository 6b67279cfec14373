import assert from 'node:assert/strict';
import { setProperties } from '../../../src/core/json/insertJson';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import type { JsonPath } from '../../../src/core/json/jsonPath';
import { applyEdits } from '../../../src/core/json/textEdit';

const set = (text: string, changes: Readonly<Record<string, unknown>>, path: JsonPath = []) =>
  applyEdits(text, setProperties(new JsonDocument(text), path, changes));

describe('setProperties', () => {
  it('changes, adds and takes out properties at once, and leaves the others as they are written', () => {
    const text = '{ "a" : 1,  "b":[ 2 ],\t"c": "\\u0041" , "d": {} }';
    assert.equal(set(text, { b: 'x', d: undefined, e: 5 }), '{ "a" : 1,  "b":"x",\t"c": "\\u0041", "e": 5 }');
    assert.equal(set(text, { a: undefined, b: undefined }), '{ "c": "\\u0041" , "d": {} }');
    assert.equal(set(text, { c: undefined, d: undefined, e: 5 }), '{ "a" : 1,  "b":[ 2 ],"e":5 }');
    assert.equal(set(text, {}), text);
    assert.equal(set(text, { gone: undefined }), text);
  });

  it('gives the last of repeated keys the value, and takes out all of them', () => {
    const text = '{"k":1,"other":0,"k":2}';
    assert.equal(set(text, { k: 3 }), '{"k":1,"other":0,"k":3}');
    assert.equal(set(text, { k: undefined }), '{"other":0}');
  });

  it('writes into an object that is empty or lies in others, and knows escaped keys', () => {
    assert.equal(set('{}', { a: 1 }), '{"a": 1}');
    assert.equal(
      set('{\n\t"x": {"\\u0061": 1}\n}', { a: 2, b: [1] }, ['x']),
      '{\n\t"x": {"\\u0061": 2, "b": [1]}\n}',
    );
    assert.equal(set('{\n\t"x": {}\n}', { a: 2 }, ['x']), '{\n\t"x": {\n\t\t"a": 2\n\t}\n}');
  });

  it('changes nothing in a broken text, or where no object is', () => {
    for (const text of ['{"a": 1', '[1]', '1', '']) assert.equal(set(text, { a: 2 }), text);
  });
});
