import assert from 'node:assert/strict';
import { editString } from '../../../src/core/json/editString';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import type { JsonPath } from '../../../src/core/json/jsonPath';
import { applyEdits } from '../../../src/core/json/textEdit';
import { readFixture, sampleFlows } from '../../support/flows';
import { seededRandom } from '../../support/seededRandom';
import { isSoak, rounds } from '../../support/soak';

/** The literal after its string became another one; the whole text is `[literal, more]`. */
function edited(literal: string, wanted: string, more = '0'): string {
  const text = `[${literal}, ${more}]`;
  const after = applyEdits(text, editString(new JsonDocument(text), [0], wanted));
  assert.ok(after.endsWith(`, ${more}]`));
  return after.slice(1, -`, ${more}]`.length);
}

describe('editString', () => {
  it('writes only what changed, and keeps the escapes around it', () => {
    const text = String.raw`["caf\u00e9 \/ one\tb \u0041"]`;
    const [edit, ...others] = editString(new JsonDocument(text), [0], 'café / two\tb A');
    assert.deepEqual(others, []);
    assert.deepEqual(edit, { offset: text.indexOf('one'), length: 3, newText: 'two' });
  });

  it('has nothing to do for the same text, whatever its line endings became in an editor', () => {
    for (const literal of [String.raw`"a\nb"`, String.raw`"a\r\nb"`, String.raw`"a\rb\nc\r\nd"`]) {
      const value = JSON.parse(literal) as string;
      for (const ending of ['\n', '\r\n']) {
        const same = value.replaceAll(/\r\n?|\n/g, ending);
        assert.deepEqual(editString(new JsonDocument(`[${literal}]`), [0], same), []);
      }
    }
  });

  it('ends new lines as most lines of the string end', () => {
    assert.equal(edited(String.raw`"a\r\nb"`, 'a\nnew\nb'), String.raw`"a\r\nnew\r\nb"`);
    assert.equal(edited(String.raw`"a\nb"`, 'a\r\nnew\r\nb'), String.raw`"a\nnew\nb"`);
    assert.equal(edited('"a"', 'a\r\nb'), String.raw`"a\nb"`);
    assert.equal(edited(String.raw`"a\r\nb\nc\nd"`, 'a\nb\nc\nd\ne'), String.raw`"a\r\nb\nc\nd\ne"`);
  });

  it('leaves the lines between two changes as they are written, whatever each ends with (8.15)', () => {
    const mixed = String.raw`"a\r\nb \/ \u0041\nc\r\nd\ne"`;
    assert.equal(edited(mixed, 'A\nb / A\nc\nd\nE'), String.raw`"A\r\nb \/ \u0041\nc\r\nd\nE"`);
    assert.equal(edited(mixed, '0\na\nb / A\nc\nD\ne'), String.raw`"0\na\r\nb \/ \u0041\nc\r\nD\ne"`);
    assert.equal(edited(mixed, 'b / A\nd\ne\n'), String.raw`"b \/ \u0041\nd\ne\n"`);
    // A changed line ends as it did, a lone return too.
    assert.equal(edited(String.raw`"a\rb\r\nc"`, 'A\nB\nC'), String.raw`"A\rB\r\nC"`);
    // A return and a line feed that come together would be one line break.
    assert.equal(edited(String.raw`"a\rb\nc"`, 'a\n\nc'), String.raw`"a\n\nc"`);
    assert.equal(edited(String.raw`"a\r\nb\nc\r\nd"`, 'a x\nb\nc x\nd'), String.raw`"a x\r\nb\nc x\r\nd"`);
  });

  it('writes other characters as the string does, else as the file does, else as they are', () => {
    assert.equal(edited('"ä"', 'äö'), '"äö"');
    assert.equal(edited(String.raw`"\u00e4"`, 'äö😀'), String.raw`"\u00e4\u00f6\ud83d\ude00"`);
    assert.equal(edited('"a"', 'aö', String.raw`"\u00e4"`), String.raw`"a\u00f6"`);
    assert.equal(edited('"a"', 'aö', String.raw`"\u00e4 ä"`), '"aö"');
    assert.equal(edited('"a"', 'aö', String.raw`"C:\\u00e4"`), '"aö"');
    assert.equal(edited('"a"', 'aö'), '"aö"');
  });

  it('escapes what JSON must, line breaks that only some know, and slashes where all are', () => {
    assert.equal(edited('""', '"\\\t\u0001\u2028/'), String.raw`"\"\\\t\u0001\u2028/"`);
    assert.equal(edited(String.raw`"a\/b"`, 'a/b/c'), String.raw`"a\/b\/c"`);
    assert.equal(edited(String.raw`"a\/b/c"`, 'a/b/c/'), String.raw`"a\/b/c/"`);
  });

  it('never cuts a character in two', () => {
    // 😀 and 😁 share their first half, 😀 and 🨀 their second.
    for (const [before, after] of [
      ['😀', '😁'],
      ['😀', '🨀'],
      ['a😀b', 'a😀😁b'],
      ['😀😀', '😀'],
      ['x😀', '🨀x😀'],
    ] as const) {
      const text = JSON.stringify([before]);
      for (const { offset, length, newText } of editString(new JsonDocument(text), [0], after)) {
        assert.doesNotMatch(newText, /\p{Surrogate}/u);
        assert.doesNotMatch(text.slice(offset, offset + length), /\p{Surrogate}/u);
      }
      assert.equal(edited(JSON.stringify(before), after), JSON.stringify(after));
    }
  });

  it('changes nothing but a string', () => {
    for (const text of ['[1]', '[null]', '[["a"]]', '[]']) {
      assert.deepEqual(editString(new JsonDocument(text), [0], 'a'), []);
    }
  });

  it('leaves every byte outside of what changed in all strings of all samples, and gives the text wanted', function () {
    this.timeout(60_000);
    const random = seededRandom(5);
    const pick = (limit: number) => Math.floor(random() * limit);
    const pieces = ['', 'x', '"', '\\', '\n', 'é', '😀', '{{input.text}}', '/', 'a\nb\n', '\u2028'];
    let count = 0;
    for (const name of sampleFlows()) {
      const original = readFixture(name);
      for (const text of [original, original.replaceAll(/\r?\n/g, '\r\n'), escapeAll(original)]) {
        const document = new JsonDocument(text);
        for (const { path, value } of stringsIn(document.value)) {
          if (random() < (isSoak ? 0.8 : 0.95)) continue;
          const [from, to] = [pick(value.length + 1), pick(value.length + 1)].sort((a, b) => a - b);
          const wanted = value.slice(0, from) + (pieces[pick(pieces.length)] ?? '') + value.slice(to);
          if (/\p{Surrogate}/u.test(wanted)) continue;
          const range = document.rangeOf(path)!;
          const after = applyEdits(text, editString(document, path, wanted));
          const end = after.length - (text.length - range.offset - range.length);
          assert.equal(after.slice(0, range.offset + 1), text.slice(0, range.offset + 1));
          assert.equal(after.slice(end - 1), text.slice(range.offset + range.length - 1));
          assert.equal(JSON.parse(after.slice(range.offset, end)), wanted, name);
          assert.deepEqual(new JsonDocument(after).rangeOf(path), {
            offset: range.offset,
            length: end - range.offset,
          });
          count++;
        }
      }
    }
    assert.ok(count > rounds(500), `${count} strings`);
  });
});

/** The same value with everything that can be an escape written as one. */
function escapeAll(text: string): string {
  return text
    .replaceAll(/[^\0-\x7f]/g, (character) =>
      [...Array(character.length).keys()]
        .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
        .join(''),
    )
    .replaceAll('/', '\\/');
}

function stringsIn(value: unknown, path: JsonPath = []): { path: JsonPath; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringsIn(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
