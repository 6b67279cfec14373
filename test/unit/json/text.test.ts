import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/json/lineIndex';
import { isDeeperThan } from '../../../src/core/json/nesting';
import { toMinimalEdits, type TextEdit } from '../../../src/core/json/textEdit';

describe('LineIndex', () => {
  it('counts lines and columns from one, whatever ends a line', () => {
    const lines = new LineIndex('ab\ncd\r\nef\rgh');
    assert.deepEqual(lines.at(0), { line: 1, column: 1 });
    assert.deepEqual(lines.at(4), { line: 2, column: 2 });
    assert.deepEqual(lines.at(7), { line: 3, column: 1 });
    assert.deepEqual(lines.at(11), { line: 4, column: 2 });
  });
});

describe('isDeeperThan', () => {
  it('counts objects and arrays, and no brackets in strings', () => {
    assert.equal(isDeeperThan('[{"a": []}]', 2), true);
    assert.equal(isDeeperThan('[{"a": []}]', 3), false);
    assert.equal(isDeeperThan('["[[[[\\"[["]', 1), false);
  });
});

describe('toMinimalEdits', () => {
  it('changes only what lies between the common start and end', () => {
    for (const [before, after] of [
      ['abc', 'abc'],
      ['abc', 'aXc'],
      ['aa', 'aaa'],
      ['aaa', 'aa'],
      ['', 'x'],
      ['x', ''],
    ] as const) {
      const edits = toMinimalEdits(before, after);
      const apply = (text: string, { offset, length, newText }: TextEdit) =>
        text.slice(0, offset) + newText + text.slice(offset + length);
      assert.equal(edits.reduce<string>(apply, before), after);
      assert.ok(edits.every(({ length, newText }) => length + newText.length <= 2));
    }
  });
});
