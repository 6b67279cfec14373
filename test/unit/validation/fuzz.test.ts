import assert from 'node:assert/strict';
import type { Knowledge } from '../../../src/core/connection/knowledge';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { describeProblem } from '../../../src/core/validation/describeProblem';
import { problemRange } from '../../../src/core/validation/problemRange';
import { validateFlow } from '../../../src/core/validation/validateFlow';
import { shippedCatalog } from '../../support/catalog';
import { factsOf, readFixture } from '../../support/flows';
import { chart } from '../../support/goldens';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

const charts = rounds(10_000);
const catalog = shippedCatalog();
const knowledge: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };

const odd = [
  '1e999',
  '-0',
  '123456789012345678901234567890',
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '"\\ud800"',
  '"\ud800"',
  '"__proto__"',
  '{"__proto__": 1, "constructor": 2}',
  '"{{"',
  '"[[snippet-"',
  '"\\u0000"',
  '[[[[1]]]]',
];

type Mutation = (text: string, at: number, pick: (limit: number) => number) => string;

const mutations: readonly Mutation[] = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at, pick) => text.slice(0, at) + text.slice(at + 1 + pick(40)),
  (text, at, pick) => text.slice(0, at) + String.fromCharCode(pick(0x10000)) + text.slice(at),
  (text, at, pick) => text.slice(0, at) + text.slice(at, at + pick(200)).repeat(2) + text.slice(at),
  // Some value becomes something odd.
  (text, at, pick) =>
    replaceAfter(text, at, /: ("(?:[^"\\]|\\.)*"|[\w.-]+)/, () => `: ${odd[pick(odd.length)] ?? ''}`),
  // A property is written twice.
  (text, at) =>
    replaceAfter(text, at, /"[^"]*": ("[^"]*"|\d+|true|false|null)/, (found) => `${found}, ${found}`),
  // Two ids change places, or one stands for another.
  (text, at, pick) => {
    const ids = text.match(/[0-9a-f]{24}/g) ?? [''];
    return replaceAfter(text, at, /[0-9a-f]{24}/, () => ids[pick(ids.length)] ?? '');
  },
  (text, at, pick) => {
    const depth = [3, 400, 499, 501, 6000][pick(5)] ?? 3;
    return replaceAfter(
      text,
      at,
      /: "[^"]*"/,
      () => `: ${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`,
    );
  },
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll(/\s+/g, ''),
];

function replaceAfter(text: string, at: number, pattern: RegExp, replace: (found: string) => string): string {
  return text.slice(0, at) + text.slice(at).replace(pattern, replace);
}

/** Everything that can be asked of a text, as one text. */
function run(text: string): string {
  const document = new JsonDocument(text);
  const problems = validateFlow(document, catalog, knowledge);
  factsOf({ 'agent/flows/Main/en-US/chart.json': text });
  return JSON.stringify(
    problems.map((problem) => {
      const places = [problem, ...(problem.related ?? [])].map((place) => problemRange(place, document));
      for (const { offset, length } of places) {
        assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length);
      }
      return [problem, places, describeProblem(problem, english)];
    }),
  );
}

describe('Damaged charts', () => {
  const sources = [
    readFixture('samples/embedded/agent/flows/Flow 2/chart/chart.json'),
    readFixture('samples/package/nodeData/4ce93f8428d11c880aa41c6e'),
    readFixture('samples/package/chart/04f73829aaca7fa3ca618a7b'),
    chart(
      {
        type: 'httpRequest',
        config:
          '{"url": "/x", "authType": "basic", "basicConnection": "b2582db9-2bd7-4a35-94a3-fbbade0a581d", "payloadJSON": "{}"}',
      },
      {
        type: 'switch',
        branches: [[{ type: 'case', config: '{"case": {"value": "a"}}' }], [{ type: 'default' }]],
      },
      { type: 'if', branches: [[{ type: 'then' }, { type: 'goTo' }], [{ type: 'else' }]] },
    ),
  ];

  it('end in no exception and no hang, and give the same result twice', function () {
    this.timeout(120_000);
    const random = seededRandom(20_261_122);
    const pick = (limit: number) => Math.floor(random() * limit);
    let withProblems = 0;
    for (let round = 0; round < charts; round++) {
      let text = sources[round % sources.length] ?? '';
      for (let count = 1 + pick(3); count > 0; count--) {
        text = mutations[pick(mutations.length)]?.(text, pick(text.length), pick) ?? text;
      }
      let first: string;
      try {
        first = run(text);
      } catch (error) {
        throw new Error(`Round ${round}: ${text.slice(0, 2000)}`, { cause: error });
      }
      assert.equal(run(text), first, `round ${round}`);
      if (first !== '[]') withProblems++;
    }
    assert.ok(withProblems > charts / 4, `only ${withProblems} have problems`);
  });
});
