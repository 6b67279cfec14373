import assert from 'node:assert/strict';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { toPointer } from '../../../src/core/json/jsonPath';

const textAt = (text: string, path: (string | number)[]) => {
  const range = new JsonDocument(text).rangeOf(path);
  return range && text.slice(range.offset, range.offset + range.length);
};

describe('JsonDocument', () => {
  it('gives the range of a value with its quotes', () => {
    assert.equal(textAt('{"a": [1, {"b": "x y"}]}', ['a', 1, 'b']), '"x y"');
    assert.equal(textAt(' [true]', []), '[true]');
  });

  it('gives no range where nothing stands', () => {
    assert.equal(textAt('{"a": [1]}', ['a', 1]), undefined);
    assert.equal(textAt('{"a": [1]}', ['a', 'b']), undefined);
    assert.equal(textAt('', ['a']), undefined);
  });

  it('takes the last of duplicate keys for value and range alike', () => {
    const text = '{"a": 1, "a": 2}';
    assert.deepEqual(new JsonDocument(text).value, { a: 2 });
    assert.equal(textAt(text, ['a']), '2');
  });

  it('keeps what can be read of a broken text, and says where it breaks', () => {
    const document = new JsonDocument('{"a": "x", "b": [1, 2');
    assert.equal(JSON.stringify(document.value), '{"a":"x","b":[1,2]}');
    assert.ok(document.syntaxError && document.syntaxError.offset > 0);
    assert.equal(new JsonDocument('{"a": 1}').syntaxError, undefined);
  });

  it('takes comments and trailing commas for errors, as the platform does', () => {
    assert.ok(new JsonDocument('{"a": 1,}').syntaxError);
    assert.ok(new JsonDocument('// x\n{"a": 1}').syntaxError);
  });

  it('does not overflow on a text nested ten thousand levels deep', () => {
    const valid = '['.repeat(10_000) + ']'.repeat(10_000);
    assert.equal(new JsonDocument(valid).rangeOf([0])?.length, 19_998);
    assert.equal(new JsonDocument(valid).isTooDeep, true);
    assert.ok(new JsonDocument(`${valid},`).syntaxError);
  });

  it('does not overflow where a missing quote, a comment or a wrong bracket hides how deep it is', () => {
    const open = '['.repeat(10_000);
    for (const text of [
      `{"a": "unfinished,\n"b": ${open}"`,
      `{"a": 1, /* " */ "b": ${open}"`,
      '[}'.repeat(10_000),
    ]) {
      const document = new JsonDocument(text);
      assert.equal(document.isTooDeep, true, text.slice(0, 30));
      assert.equal(document.value, undefined);
      assert.ok(document.syntaxError);
    }
    // In one node of many it is the same.
    const chart = (own: string) => `{"nodes": [{"a": "x"}, {"a": ${own}\n}]}`;
    const broken = new JsonDocument(chart('"x"')).withText(chart(`"unfinished,\n"b": ${open}"`));
    assert.equal(broken.isTooDeep, true);
  });

  it('finds the value at an offset, quotes included, and no value in a key', () => {
    const text = '{"a": {"b": ["x", "yz"]}, "c": 1}';
    const at = (marked: string) => {
      const found = new JsonDocument(marked.replace('|', '')).valueAt(marked.indexOf('|'));
      return found && `${toPointer(found.path)}=${JSON.stringify(found.value)}`;
    };
    assert.equal(at('{"a": {"b": ["x", "y|z"]}, "c": 1}'), '/a/b/1="yz"');
    assert.equal(at('{"a": {"b": ["x", |"yz"]}, "c": 1}'), '/a/b/1="yz"');
    assert.equal(at('{"a": {"b": ["x", "yz"|]}, "c": 1}'), '/a/b/1="yz"');
    assert.equal(at('{"a": {"|b": ["x", "yz"]}, "c": 1}'), undefined);
    assert.equal(new JsonDocument(text).valueAt(text.length + 5), undefined);
  });
});

describe('toPointer', () => {
  it('escapes as RFC 6901 has it', () => {
    assert.equal(toPointer(['a/b', 0, 'c~d']), '/a~1b/0/c~0d');
    assert.equal(toPointer([]), '');
  });
});
