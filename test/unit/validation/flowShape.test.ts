import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import type { FilePlace } from '../../../src/core/flow/filePlace';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { toPointer } from '../../../src/core/json/jsonPath';
import { misfits, shapeAt } from '../../../src/core/validation/flowShape';
import { defaultRuleSettings } from '../../../src/core/validation/ruleSettings';
import { validateFile } from '../../../src/core/validation/validateFile';
import { shippedCatalog } from '../../support/catalog';
import { chart, sole } from '../../support/goldens';
import { JsonLanguageService } from '../../support/jsonLanguageService';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

const catalog = shippedCatalog();
const ajv = new Ajv({ allErrors: true, strict: false });

/** The places that schemas are contributed for. */
const places = [
  {
    path: 'agent/flows/Main/en-US/chart.json',
    place: { kind: 'flow', root: 'agent', flow: 'Main', locale: 'en-US' },
    schema: compile('chart'),
  },
  { path: 'x.flow.json', place: { kind: 'flow', root: undefined, flow: 'x' }, schema: compile('flow') },
] as const satisfies readonly { path: string; place: FilePlace; schema: ValidateFunction }[];

function compile(name: string): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object);
}

/** Where a schema finds something, as JSON pointers. */
function errorsOf(schema: ValidateFunction, value: unknown): string[] {
  if (schema(value)) return [];
  const found = (schema.errors ?? []).flatMap(({ keyword, instancePath, params }) => {
    if (keyword === 'if') return [];
    return keyword === 'required' ? `${instancePath}/${String(params.missingProperty)}` : instancePath;
  });
  return [...new Set(found)].sort();
}

function misfitsOf(place: FilePlace, value: unknown): string[] {
  const shape = shapeAt(place, value);
  const found = shape ? misfits(value, shape) : [];
  return found
    .map((misfit) => toPointer(misfit.kind === 'missing' ? [...misfit.path, misfit.key] : misfit.path))
    .sort();
}

/** A sound flow in each of the shapes that may be at these places. */
function soundFlows(): unknown[] {
  const { relations, nodes } = JSON.parse(
    chart(
      { type: 'httpRequest', config: '{"url": "u"}', more: '"isDisabled": false, "comment": ""' },
      { type: 'if', branches: [[{ type: 'then' }], [{ type: 'else' }]] },
    ),
  ) as { relations: object[]; nodes: object[] };
  const embedded = relations.map((relation, index) => ({ ...relation, _data: nodes[index] }));
  return [
    { relations, nodes },
    embedded,
    nodes,
    { nodes },
    { items: nodes, total: 6 },
    { chart: { relations, nodes } },
  ];
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}

const odd = [
  null,
  '',
  'x',
  0,
  7,
  true,
  false,
  [],
  {},
  [null],
  [5],
  { a: 1 },
  ['x'],
  { nodes: {} },
  { _id: 1 },
];

/** The value with something in it taken out, or with another value in its place, somewhere above a node's config. */
function mutated(value: unknown, random: () => number, depth = 0): unknown {
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null || depth > 4 || random() < 0.15) return pick(odd, random);
  const copy: Record<string, unknown> | unknown[] = isList ? [...(value as unknown[])] : { ...value };
  const keys = Object.keys(copy);
  if (keys.length === 0) return pick(odd, random);
  const key = pick(keys, random) as keyof typeof copy;
  if (!isList && random() < 0.2) Reflect.deleteProperty(copy, key);
  else copy[key] = mutated(copy[key], random, depth + 1) as never;
  return copy;
}

describe('The shape of flows', () => {
  it('is what it should be in sound flows of every shape', () => {
    for (const { place, schema } of places) {
      const values = place.root === undefined ? soundFlows() : soundFlows().slice(0, 3);
      for (const value of values) {
        assert.deepEqual(misfitsOf(place, value), [], JSON.stringify(value).slice(0, 80));
        assert.deepEqual(errorsOf(schema, value), []);
      }
    }
  });

  it('is wrong at its place in a clone where there is no flow', () => {
    const [{ place }] = places;
    const missing = ['/nodes'];
    for (const [value, expected] of [
      [{}, missing],
      [null, ['']],
      ['x', ['']],
      [{ relations: [], nodes: {} }, ['/nodes']],
      [{ relations: {}, nodes: [] }, ['/relations']],
      [{ relations: [{ node: 'a', children: null }], nodes: [5] }, ['/nodes/0', '/relations/0/children']],
      [{ items: [] }, missing],
    ] as const) {
      assert.deepEqual(misfitsOf(place, value), expected, JSON.stringify(value));
    }
  });

  it('is nobody’s business in the flows of other products', () => {
    const [, { place, schema }] = places;
    for (const value of [
      [],
      {},
      { name: 'orders', nodes: [{ id: '1', type: 'input' }], edges: [] },
      [
        { id: 'a', type: 'tab' },
        { id: 'b', type: 'http request', z: 'a', wires: [[]] },
      ],
      { nodes: [] },
      'x',
    ]) {
      assert.deepEqual(misfitsOf(place, value), []);
      assert.deepEqual(errorsOf(schema, value), []);
    }
  });

  it('is the same to the schemas of editors and to wrong-shape, and said once', async () => {
    const random = seededRandom(16);
    const service = new JsonLanguageService();
    const judge = { catalog, settings: defaultRuleSettings };
    let wrong = 0;
    for (let round = 0; round < rounds(12_000); round++) {
      const { path, place, schema } = pick(places, random);
      let value: unknown = pick(soundFlows(), random);
      for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) value = mutated(value, random);
      const text = JSON.stringify(value);
      const expected = errorsOf(schema, value);
      assert.deepEqual(misfitsOf(place, value), expected, text);
      if (expected.length > 0) wrong++;
      if (round % 20 === 0) {
        const inEditor = await service.problems(path, text);
        assert.equal(inEditor.length > 0, expected.length > 0, `${text}\n${inEditor.join('\n')}`);
      }
      const file = { ...sole, place, path, document: new JsonDocument(text) };
      const problems = validateFile({ ...file, isCheckedByEditor: false }, judge);
      const shapes = problems.filter(({ code }) => code === 'wrong-shape');
      const others = problems.filter(({ code }) => code !== 'wrong-shape');
      assert.equal(shapes.length, expected.length, text);
      const open = validateFile({ ...file, isCheckedByEditor: true }, judge);
      assert.deepEqual(open, others, text);
      const typed = new Set(
        shapes
          .filter(({ sentence }) => !sentence.includes('missing'))
          .map((problem) => toPointer(problem.path)),
      );
      for (const { code, path: at } of others) assert.ok(!typed.has(toPointer(at)), `${code} too: ${text}`);
    }
    assert.ok(wrong > 1000, `${wrong}`);
  });
});
