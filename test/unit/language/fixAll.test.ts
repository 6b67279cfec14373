import assert from 'node:assert/strict';
import type { Knowledge } from '../../../src/core/connection/knowledge';
import { isJson } from '../../../src/core/json/isJson';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import type { TextEdit } from '../../../src/core/json/textEdit';
import { fixAll, fixesFor } from '../../../src/core/language/fixes';
import type { FixContext } from '../../../src/core/language/fixes/fix';
import { applyEdits } from '../../../src/core/json/textEdit';
import { contextsOf } from '../../support/fixContexts';
import { readFixture, sampleFlows } from '../../support/flows';
import { chart, nodeId } from '../../support/goldens';
import { seededRandom } from '../../support/seededRandom';

const unknown: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };
const id = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';

function fixedBy(contexts: readonly FixContext[], text: string): string {
  return applyEdits(text, fixAll(contexts));
}

/** Each problem by code and place. */
function outline(contexts: readonly FixContext[]): string[] {
  return contexts.map(({ problem }) => `${problem.code} ${problem.path.join('/')}`).sort();
}

function hasCertainFix(context: FixContext): boolean {
  return fixesFor(context).some(({ isCertain }) => isCertain);
}

describe('Fix All', () => {
  it('does all that is certain, and leaves what is not', () => {
    const certain = `"url": "u", "type": "PSOT", "abortOnError": "no", "authType": "none"`;
    const uncertain = `"basicConnection": "${id}", "apiKeyXKeyConnection": "${id}", "async": true, "retryAttempts": 9, "payloadType": "FETCHING", "cache": "maybe"`;
    const config = `{${certain}, ${uncertain}}`;
    const text = chart(
      { type: 'httpRequest', config },
      { type: 'httpRequest', label: nodeId(2), config },
      { type: 'httpRequest', config: '{"url": "u", "authType": "basic", "basicConnection": "Bearer abc"}' },
      { type: 'httpRequest', config: '{"url": "u", "authType": "basic", "basicConnection": ""}' },
    );
    const before = contextsOf(text);
    const fixed = fixedBy(before, text);
    const wanted = text.replaceAll('PSOT', 'POST').replaceAll('"no"', 'false');
    assert.equal(fixed, wanted);
    const left = ['1', '2'].flatMap((node) => [
      `connection-stale nodes/${node}/config/apiKeyXKeyConnection`,
      `connection-stale nodes/${node}/config/basicConnection`,
      `config-boolean nodes/${node}/config/cache`,
      `config-enum nodes/${node}/config/payloadType`,
      `config-range nodes/${node}/config/retryAttempts`,
    ]);
    left.push(
      'connection-malformed nodes/3/config/basicConnection',
      'connection-missing nodes/4/config/basicConnection',
    );
    assert.deepEqual(outline(contextsOf(fixed)).sort(), left.sort());
  });

  it('makes of two edits that touch each other the first', () => {
    // Each of the later two would remove the first one.
    const text = chart({ type: 'wait', config: '{"a": 1, "a": 2, "a": 3}' });
    const before = contextsOf(text);
    assert.equal(before.filter(hasCertainFix).length, 2);
    const once = fixedBy(before, text);
    assert.equal(once, text.replace('"a": 1, ', ''));
    assert.equal(fixedBy(contextsOf(once), once), text.replace('"a": 1, "a": 2, ', ''));
  });

  it('makes the same of damaged samples as nobody had damaged, and no single fix makes a new problem', function () {
    this.timeout(60_000);
    const random = seededRandom(11);
    const pick = (limit: number) => Math.floor(random() * limit);
    const repaired = new Map<string, number>();
    let fixed = 0;
    for (const name of sampleFlows()) {
      for (const ending of ['\n', '\r\n']) {
        const sound = readFixture(name).replaceAll(/\r?\n/g, ending);
        for (let round = 0; round < 25; round++) {
          const { pattern, damage, repair } = damages[round % damages.length]!;
          const [head, tail] = splitAt(sound, pick(sound.length));
          const text = head + tail.replace(pattern, damage);
          const before = contextsOf(text, unknown);
          const certain = before.filter(hasCertainFix);
          const all = fixedBy(before, text);
          assertSmall(new JsonDocument(text), fixAll(before));
          assert.equal(all, certain.length > 0 ? head + tail.replace(pattern, repair) : text, name);
          const left = before.filter((context) => !certain.includes(context));
          assert.deepEqual(outline(contextsOf(all, unknown)), outline(left), name);
          for (const { problem } of certain)
            repaired.set(problem.code, (repaired.get(problem.code) ?? 0) + 1);
          for (const fix of before.flatMap(fixesFor)) {
            assertSmall(new JsonDocument(text), fix.edits);
            const after = contextsOf(applyEdits(text, fix.edits), unknown);
            assert.ok(isFewer(after, before, fix.title.startsWith('Clear')), `${name}: ${fix.title}`);
            fixed++;
          }
        }
      }
    }
    assert.ok(fixed > 100, `${fixed} fixes`);
    const codes = ['config-boolean', 'config-enum', 'duplicate-key'];
    assert.deepEqual([...repaired.keys()].sort(), codes);
    assert.ok(
      [...repaired.values()].every((count) => count >= 5),
      JSON.stringify([...repaired]),
    );
  });
});

/** What may happen to a text, and what Fix All makes of it where it is a problem that has a certain fix. */
const damages: readonly {
  pattern: RegExp;
  damage: (found: string) => string;
  repair: (found: string) => string;
}[] = [
  {
    pattern: /"(?:next|children)": (?:null|\[\])/,
    damage: (found) => found.replace('null', `"${'9'.repeat(24)}"`).replace('[]', `[ "${'9'.repeat(24)}" ]`),
    repair: (found) => found,
  },
  {
    pattern: /"(?:GET|POST|text|none|basic|context|input)"/,
    damage: (found) => `${found.slice(0, -1)}x"`,
    repair: (found) => found,
  },
  { pattern: /(?:true|false)(?=,?\r?\n)/, damage: () => '"yes"', repair: () => 'true' },
  { pattern: /"\w+": ""/, damage: (found) => `${found}, ${found}`, repair: (found) => found },
  {
    pattern: /"\w+Connection": "[^"]*"/,
    damage: (found) => found.replace(/: ".*"/, `: "${id}"`),
    repair: (found) => found.replace(/: ".*"/, ': ""'),
  },
];

function splitAt(text: string, at: number): [head: string, tail: string] {
  return [text.slice(0, at), text.slice(at)];
}

/** Each edit puts one plain value in the place of another, or takes one out, in a node or a relation; JSON remains. */
function assertSmall(document: JsonDocument, edits: readonly TextEdit[]): void {
  const { text } = document;
  let last = 0;
  for (const { offset, length, newText } of edits.toSorted((a, b) => a.offset - b.offset)) {
    const end = offset + length;
    assert.ok(offset >= last, 'edits do not overlap');
    last = end;
    const element = document.elementAt(offset)?.range;
    assert.ok(element && offset > element.offset && end < element.offset + element.length);
    const replaced = text.slice(offset, end);
    if (newText !== '') for (const value of [replaced, newText]) assert.ok(isPlainJson(value), value);
    // A comma and white space go with what is taken out.
    else
      assert.ok(
        isPlainJson(replaced.replace(/^[\s,]*("(?:[^"\\]|\\.)*"\s*:)?/, '').replace(/[\s,]*$/, '')),
        replaced,
      );
  }
  JSON.parse(applyEdits(text, edits));
}

function isPlainJson(text: string): boolean {
  return !/^[[{]/.test(text) && isJson(text);
}

/**
 * Whether a problem is gone and none is new, by code; a choice may make another field count, which has its own say. What
 * was cleared may be needed.
 */
function isFewer(after: readonly FixContext[], before: readonly FixContext[], isClearing: boolean): boolean {
  const keys = new Set(before.map(({ problem }) => problem.code));
  if (isClearing) keys.add('connection-missing');
  return (
    after.length < before.length + Number(isClearing) && after.every(({ problem }) => keys.has(problem.code))
  );
}
