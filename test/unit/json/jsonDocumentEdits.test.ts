import assert from 'node:assert/strict';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import type { JsonPath } from '../../../src/core/json/jsonPath';
import { readFixture } from '../../support/flows';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

interface Chart {
  readonly nodes: readonly object[];
  readonly relations: readonly object[];
}

const chartOf = (document: JsonDocument) => document.value as Chart;

/** Every path in a value, its own first. */
function pathsIn(value: unknown, path: JsonPath = []): JsonPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function assertLikeFresh(document: JsonDocument): void {
  const fresh = new JsonDocument(document.text);
  assert.deepEqual(document.value, fresh.value);
  assert.deepEqual(document.shape, fresh.shape);
  assert.equal(document.syntaxError, undefined);
  for (const path of pathsIn(fresh.value)) {
    const range = document.rangeOf(path);
    assert.deepEqual(range, fresh.rangeOf(path), path.join('/'));
    assert.deepEqual(
      document.valueAt((range?.offset ?? 0) + 1)?.range,
      fresh.valueAt((range?.offset ?? 0) + 1)?.range,
    );
  }
}

const pathsOfNodes: readonly JsonPath[] = [0, 1, 2, 3].map((index) => ['nodes', index]);

function slice(document: JsonDocument, path: JsonPath): string {
  const { offset, length } = document.rangeOf(path) ?? { offset: 0, length: 0 };
  return document.text.slice(offset, offset + length);
}

describe('An edited JsonDocument', () => {
  const text =
    '{"_id": "1", "relations": [{"node": "a"}, {"node": "b"}], "nodes": [{"x": 1}, {"x": [2, {"y": "é"}]}, {"x": 3}]}';
  const edit = (before: JsonDocument, from: string, to: string) =>
    before.withText(before.text.replace(from, to));

  it('reads only the element again in which the change is', () => {
    const before = new JsonDocument(text);
    const after = edit(before, '"y": "é"', '"y": "longer", "z": {}');
    assertLikeFresh(after);
    assert.notEqual(chartOf(after).nodes[1], chartOf(before).nodes[1]);
    assert.equal(chartOf(after).nodes[0], chartOf(before).nodes[0]);
    assert.equal(chartOf(after).nodes[2], chartOf(before).nodes[2]);
    assert.equal(chartOf(after).relations, chartOf(before).relations);
  });

  it('reads everything again when the change is outside of the elements, or in several', () => {
    const before = new JsonDocument(text);
    assertLikeFresh(edit(before, '"_id": "1"', '"_id": "12", "more": [1]'));
    assertLikeFresh(edit(before, ', {"x": 3}', ''));
    assertLikeFresh(edit(before, '{"x": 3}', '{"x": 3}, {"x": 4}'));
    assertLikeFresh(edit(before, '{"node": "a"}, {"node": "b"}', '{"node": "c", "more": "d"}'));
  });

  it('sees that one element has become two', () => {
    const after = edit(new JsonDocument('[{"a": 1, "b": 2}]'), ', "b"', '}, {"b"');
    assertLikeFresh(after);
    assert.equal((after.value as unknown[]).length, 2);
  });

  it('keeps all other elements while one is broken, and says where it breaks', () => {
    const before = new JsonDocument(text);
    const broken = edit(before, '"y": "é"', '"y": "é');
    assert.ok(broken.syntaxError);
    const { offset, length } = before.rangeOf(['nodes', 1]) ?? { offset: 0, length: 0 };
    assert.ok(broken.syntaxError.offset > offset && broken.syntaxError.offset <= offset + length);
    assert.equal(chartOf(broken).nodes[0], chartOf(before).nodes[0]);
    assert.equal(chartOf(broken).nodes[2], chartOf(before).nodes[2]);
    const last = broken.rangeOf(['nodes', 2, 'x']);
    assert.equal(last && broken.text.slice(last.offset, last.offset + last.length), '3');
    const inBroken = broken.rangeOf(['nodes', 1, 'x', 0]);
    assert.equal(inBroken && broken.text.slice(inBroken.offset, inBroken.offset + inBroken.length), '2');
    assert.deepEqual(broken.valueAt((inBroken?.offset ?? 0) + 1)?.path, ['nodes', 1, 'x', 0]);
    // An edit elsewhere does not mend it.
    const still = edit(broken, '{"x": 3}', '{"x": 33}');
    assert.ok(still.syntaxError);
    assert.deepEqual(chartOf(still).nodes[2], { x: 33 });
    assertLikeFresh(edit(still, '"y": "é', '"y": "é"'));
  });

  it('finds every element once all is mended, in whichever order that was', () => {
    const broken = edit(new JsonDocument(text), '{"x": 3}', '{"x": }');
    const doubled = edit(broken, '{"x": 1}', '{"x": 1}, {"x": 1}');
    assert.ok(doubled.syntaxError);
    assert.equal(chartOf(doubled).nodes.length, 4, 'one that was copied meanwhile counts at once');
    const mended = edit(doubled, '{"x": }', '{"x": 3}');
    assertLikeFresh(mended);
    assert.equal(chartOf(mended).nodes.length, 4);
  });

  it('counts the last of equal keys, however it is edited', () => {
    const before = new JsonDocument('{"nodes": [{"a": 1}], "nodes": [{"a": 2}]}');
    assertLikeFresh(edit(before, '"a": 2', '"a": 22'));
    assertLikeFresh(edit(before, '"a": 1', '"a": 11'));
  });

  it('is the same as one read from its text, whatever is typed', function () {
    this.timeout(60_000);
    const random = seededRandom(20_261_123);
    const pick = (limit: number) => Math.floor(random() * limit);
    const source = readFixture('samples/cli-clone/agent/flows/Flow 2/en-US/chart.json');
    const pieces = ['x', '"', '{', '}', ', ', '1', '[', ']', '\\', '\n', '"k": 1, ', '{}, ', 'é', ''];
    let document = new JsonDocument(source);
    let compared = 0;
    let broken = 0;
    for (let round = 0; round < rounds(2000); round++) {
      const { text: before } = document;
      const at = pick(before.length);
      const piece = pieces[pick(pieces.length)] ?? '';
      const edited = document.withText(before.slice(0, at) + piece + before.slice(at + pick(3)));
      if (edited.syntaxError) {
        broken++;
        // One step on in the broken text, then back.
        const further = edited.withText(edited.text.slice(0, at) + edited.text.slice(at + 1));
        assert.equal(
          further.syntaxError === undefined,
          new JsonDocument(further.text).syntaxError === undefined,
        );
        const back = further.withText(before);
        assert.equal(back.syntaxError, undefined);
        assert.deepEqual(back.value, document.value);
        document = back;
        continue;
      }
      assert.deepEqual(edited.value, new JsonDocument(edited.text).value);
      assert.deepEqual(edited.shape, new JsonDocument(edited.text).shape);
      if (round % 40 === 0) assertLikeFresh(edited);
      compared++;
      document = edited;
    }
    assert.ok(compared > rounds(300) && broken > rounds(300), `${compared} sound, ${broken} broken`);
  });

  it('is the same as one read from its text while several elements are broken', function () {
    this.timeout(60_000);
    const random = seededRandom(20_261_126);
    const pick = (limit: number) => Math.floor(random() * limit);
    const pieces = ['"', '{', '}', '}, {', '\\', ', ', ']', '[', '"k": '];
    const source =
      '{"relations": [{"node": "a"}], "nodes": [{"x": [1, {}]}, {"y": "é"}, {"z": {"k": 3}}, {}]}';
    const originals = pathsOfNodes.map((path) => slice(new JsonDocument(source), path));
    const changed = [...originals];
    const change = (own: string) => {
      const at = 1 + pick(own.length - 1);
      return [
        own,
        own,
        `${own}, ${own}`,
        `${own.slice(0, at)}${pieces[pick(pieces.length)]}${own.slice(at)}`,
      ];
    };
    let document = new JsonDocument(source);
    const seen = { sound: 0, broken: 0, mended: 0 };
    for (let round = 0; round < rounds(2000); round++) {
      const index = pick(originals.length);
      changed[index] = change(originals[index] ?? '')[pick(4)] ?? '';
      const isMended = document.syntaxError !== undefined;
      document = document.withText(source.slice(0, source.indexOf('{"x"')) + `${changed.join(', ')}]}`);
      const fresh = new JsonDocument(document.text);
      assert.equal(document.syntaxError === undefined, fresh.syntaxError === undefined, document.text);
      if (fresh.syntaxError) {
        seen.broken++;
        continue;
      }
      assertLikeFresh(document);
      seen.sound++;
      if (isMended) seen.mended++;
    }
    assert.ok(Math.min(seen.sound, seen.broken, seen.mended) > rounds(100), JSON.stringify(seen));
  });
});
