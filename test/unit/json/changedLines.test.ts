import assert from 'node:assert/strict';
import { changedLines } from '../../../src/core/json/changedLines';
import { applyEdits } from '../../../src/core/json/textEdit';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

describe('changedLines', () => {
  it('turns any text into any other', () => {
    const random = seededRandom(8);
    const pick = (limit: number) => Math.floor(random() * limit);
    const text = () =>
      Array.from({ length: pick(12) }, () => 'abcdefgh}'[pick(9)]).join(pick(2) ? '\n' : '\n\n');
    for (let round = 0; round < rounds(2000); round++) {
      const [before, after] = [text(), text()];
      const edits = changedLines(before, after);
      assert.equal(applyEdits(before, edits), after);
      edits.forEach(({ offset }, index) => {
        const last = edits[index - 1];
        assert.ok(!last || offset > last.offset + last.length, JSON.stringify({ before, after, edits }));
      });
    }
  });

  it('has an edit for each change of many lines, and leaves those between them', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    const changed = lines.map((line, index) => (index % 100 === 50 ? `${line}!` : line));
    const edits = changedLines(lines.join('\n'), changed.join('\n'));
    assert.equal(edits.length, 200);
    assert.ok(edits.every(({ length, newText }) => length === 0 && newText === '!'));
  });
});
