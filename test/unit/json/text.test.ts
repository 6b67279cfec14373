import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/json/lineIndex';
import { toMinimalEdits, type TextEdit } from '../../../src/core/json/textEdit';
import { scanTextShape } from '../../../src/core/json/scanJson';

describe('LineIndex', () => {
  it('counts lines and columns from one, whatever ends a line', () => {
    const lines = new LineIndex('ab\ncd\r\nef\rgh');
    assert.deepEqual(lines.at(0), { line: 1, column: 1 });
    assert.deepEqual(lines.at(4), { line: 2, column: 2 });
    assert.deepEqual(lines.at(7), { line: 3, column: 1 });
    assert.deepEqual(lines.at(11), { line: 4, column: 2 });
  });
});

describe('scanTextShape', () => {
  it('counts levels and properties, and nothing that stands in strings', () => {
    assert.deepEqual(scanTextShape('[{"a": [], "b": {}}]'), { depth: 3, properties: 2 });
    assert.deepEqual(scanTextShape('["[[[[\\"[[:", "\\\\"]'), { depth: 1, properties: 0 });
    assert.deepEqual(scanTextShape('{"a": "unclosed \\'), { depth: 1, properties: 1 });
  });

  it('counts a repeated key as often as it is written', () => {
    assert.equal(scanTextShape('{"a": 1, "a": 2}').properties, 2);
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
      assert.equal(edits.length, before === after ? 0 : 1);
    }
  });
});
