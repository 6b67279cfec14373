import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import { readFlow } from '../../../src/core/flow/flow';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { insertableTypes, insertNode, type NodeInsertion } from '../../../src/core/language/insertNode';
import type { RandomSource } from '../../../src/core/ports';
import { validateFlow } from '../../../src/core/validation/validateFlow';
import { applyEdits } from '../../../src/core/json/textEdit';
import { shippedCatalog } from '../../support/catalog';
import { atCursor } from '../../support/cursor';
import { readFixture, sampleFlows } from '../../support/flows';
import { chart, ignorance, nodeId } from '../../support/goldens';

const catalog = shippedCatalog();
const basic = '@cognigy/basic-nodes';

/** Fresh UUIDs that are the same in every run. */
function counting(): RandomSource {
  let count = 0;
  return { uuid: () => `${(++count).toString(16).padStart(8, '0')}-0000-4000-8000-${'0'.repeat(12)}` };
}

const making = () => ({ catalog, random: counting(), t: english });

function insert(text: string, offset: number, type = 'say', extension = basic): NodeInsertion {
  const nodeType = catalog.nodeType(extension, type);
  assert.ok(nodeType);
  const wanted = { nodeType, localeReference: undefined };
  return insertNode(new JsonDocument(text), offset, wanted, making());
}

function inserted(text: string, offset: number, type?: string, extension?: string): string {
  const result = insert(text, offset, type, extension);
  assert.ok(result.kind === 'inserted', result.kind);
  return applyEdits(text, result.edits);
}

/** The way through a chart from its start on: types, with the heads of branches in brackets. */
function way(text: string): string[] {
  const { nodes, relations } = readFlow(JSON.parse(text));
  const typeOf = (id: string) => nodes.find((node) => node.id === id)?.type ?? '?';
  const steps: string[] = [];
  let at = nodes.find(({ type }) => type === 'start')?.id;
  while (at !== undefined) {
    const edges = relations.find(({ node }) => node === at)?.edges ?? [];
    const heads = edges.filter(({ kind }) => kind === 'child').map(({ to }) => typeOf(to));
    steps.push(typeOf(at) + (heads.length > 0 ? `[${heads.join()}]` : ''));
    at = edges.find(({ kind }) => kind === 'next')?.to;
  }
  return steps;
}

/** What a person has to fill in after the node is there. */
const toFillIn = /^(config-missing|connection-missing|empty-|emptySay)/;

const problems = (text: string) =>
  validateFlow(new JsonDocument(text), catalog, ignorance).map(({ code }) => code);

describe('Insert Node', () => {
  const marked = chart({ type: 'sto|p' }).replace('"label": "sto|p"', '"label": "x"');

  it('puts a node after the one at the cursor, and leaves all else as it is', () => {
    const { text, offset } = atCursor(marked);
    const after = inserted(text, offset);
    assert.deepEqual(way(after), ['start', 'stop', 'say', 'end']);
    const lines = new Set(after.split('\n'));
    assert.ok(text.split('\n').every((line) => lines.has(line) || line.includes(nodeId(1))));
  });

  it('takes the cursor in a relation for one in its node, and goes before the end of the flow', () => {
    const text = chart({ type: 'say' });
    assert.deepEqual(way(inserted(text, text.indexOf(`"node": "${nodeId(1)}`), 'wait')), [
      'start',
      'say',
      'wait',
      'end',
    ]);
    assert.deepEqual(way(inserted(text, text.indexOf('"end"'), 'wait')), ['start', 'say', 'wait', 'end']);
  });

  it('makes the branches that belong to a node, each type of them as often as the platform does', () => {
    const text = chart({ type: 'say' });
    const after = inserted(text, text.indexOf('"say"'), 'switch');
    assert.deepEqual(way(after), ['start', 'say', 'switch[default,case,case]', 'end']);
    assert.ok(!problems(after).some((code) => code.startsWith('branch')));
  });

  it('gives a relation what leads somewhere, where the file omits what leads nowhere', () => {
    const text = chart({ type: 'say' }).replaceAll(', "children": []', '').replaceAll(', "next": null', '');
    assert.ok(!text.includes('"children"'));
    const after = inserted(text, text.indexOf('"say"'), 'if');
    assert.deepEqual(way(after), ['start', 'say', 'if[then,else]', 'end']);
    assert.deepEqual(
      problems(after),
      problems(inserted(chart({ type: 'say' }), text.indexOf('"say"'), 'if')),
    );
    const beforeEnd = inserted(text, text.indexOf('"type": "end"'), 'if');
    assert.deepEqual(way(beforeEnd), ['start', 'say', 'if[then,else]', 'end']);
    const relations = (JSON.parse(after) as { relations: object[] }).relations.map(Object.keys);
    assert.deepEqual(relations[2], ['node', 'next', 'children']);
    assert.deepEqual(relations[3], ['node', 'next'], 'the head of a branch');
  });

  it('writes new nodes as the file has its others: keys, their order, indentation and line endings', () => {
    const flow = sampleFlows().find((path) => path.includes('cli-clone')) ?? '';
    for (const indent of ['  ', '    ', '\t']) {
      for (const eol of ['\n', '\r\n']) {
        const write = (value: unknown) => JSON.stringify(value, undefined, indent).replaceAll('\n', eol);
        const text = write(JSON.parse(readFixture(flow)));
        const after = inserted(text, text.indexOf('"type": "say"'), 'switch');
        assert.equal(after, write(JSON.parse(after)));
      }
    }
    const small = JSON.stringify(JSON.parse(readFixture(flow)));
    const after = inserted(small, small.indexOf('"type":"say"'), 'httpRequest');
    assert.equal(after, JSON.stringify(JSON.parse(after)));
  });

  it('makes every node of the catalogue without a new problem but what is to be filled in', () => {
    const types = insertableTypes(catalog);
    assert.ok(types.filter(({ rank }) => rank === 'declared').length > 100);
    assert.ok(types.filter(({ rank }) => rank === 'recorded').length > 100, 'of public Extensions too');
    const text = chart({ type: 'say', config: '{"say": {"text": ["x"]}}' });
    for (const { extension, type } of types) {
      const found = problems(inserted(text, text.indexOf('"say"'), type, extension));
      assert.deepEqual(
        found.filter((code) => !toFillIn.test(code)),
        [],
        type,
      );
    }
  });

  it('writes of a node of a public Extension what is known of it', () => {
    const text = chart({ type: 'say' });
    const after = inserted(text, text.indexOf('"say"'), 'sendSMS', '8x8');
    const { nodes } = readFlow(JSON.parse(after));
    const made = nodes.find(({ type }) => type === 'sendSMS');
    assert.deepEqual(
      [made?.extension, made?.label, made?.configs[0]?.value],
      ['8x8', 'sendSMS', { connection: '' }],
    );
  });

  it('is byte-exact and without new problems at every node of the samples', () => {
    let count = 0;
    for (const path of sampleFlows()) {
      const text = readFixture(path);
      const document = new JsonDocument(text);
      const before = problems(text).filter((code) => code !== 'unreachable').length;
      for (const node of readFlow(document.value).nodes) {
        const offset = document.rangeOf(node.path)?.offset ?? 0;
        if (path.includes('package')) continue;
        const result = insert(text, offset + 1, 'if');
        assert.ok(result.kind === 'inserted', path);
        const after = applyEdits(text, result.edits);
        assert.equal(readFlow(JSON.parse(after)).nodes.length, readFlow(document.value).nodes.length + 3);
        const found = problems(after).filter((code) => code !== 'unreachable' && !toFillIn.test(code));
        assert.ok(found.length <= before, `${path} ${found.join()}`);
        const kept = result.edits.reduce((sum, { length }) => sum - length, text.length);
        assert.ok(kept >= text.length - 26);
        count++;
      }
    }
    assert.ok(count > 100, String(count));
  });

  it('says why it can’t', () => {
    const text = chart({ type: 'say' });
    assert.equal(insert(text.slice(0, -3), text.indexOf('"say"')).kind, 'broken');
    assert.equal(insert(text, 0).kind, 'nowhere');
    assert.equal(insert('{"nodes": []}', 3).kind, 'nowhere');
  });
});
