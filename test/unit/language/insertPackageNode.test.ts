import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import { readFlow } from '../../../src/core/flow/flow';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { insertPackageNode, packageNodeAt } from '../../../src/core/language/insertPackageNode';
import { validateFlow } from '../../../src/core/validation/validateFlow';
import { applyEdits } from '../../../src/core/json/textEdit';
import { shippedCatalog } from '../../support/catalog';
import { readFixture, sampleFlows } from '../../support/flows';
import { ignorance } from '../../support/goldens';

const catalog = shippedCatalog();
const nodeFiles = sampleFlows().filter((path) => path.includes('/nodeData/'));
const nameOf = (path: string) => path.split('/').at(-1) ?? '';
const chartPath = sampleFlows().find((path) => path.includes('package/chart/')) ?? '';

function making() {
  let count = 0;
  const uuid = () => `${(++count).toString(16).padStart(8, '0')}-0000-4000-8000-${'0'.repeat(12)}`;
  return { catalog, random: { uuid }, t: english };
}

function insert(chart: string, node: string, type: string) {
  const nodeType = catalog.nodeType('@cognigy/basic-nodes', type);
  assert.ok(nodeType);
  const wanted = { nodeType, localeReference: undefined };
  const result = insertPackageNode(new JsonDocument(chart), new JsonDocument(node), wanted, making());
  assert.ok(result.kind === 'inserted', result.kind);
  return { ...result, chart: applyEdits(chart, result.edits) };
}

const codes = (text: string) =>
  validateFlow(new JsonDocument(text), catalog, ignorance).map(({ code }) => code);

describe('Insert Node in a package', () => {
  it('finds the files of a node from its own and from its relation', () => {
    const chart = new JsonDocument(readFixture(chartPath));
    assert.ok(nodeFiles.length > 5);
    for (const path of nodeFiles) {
      const expected = { chart: nameOf(chartPath), node: nameOf(path) };
      assert.deepEqual(packageNodeAt(new JsonDocument(readFixture(path)), 0, nameOf(path)), expected);
      const offset = chart.text.indexOf(`"node":"${nameOf(path)}"`);
      assert.deepEqual(packageNodeAt(chart, offset + 3, nameOf(chartPath)), expected);
    }
    assert.equal(packageNodeAt(chart, 0, nameOf(chartPath)), undefined);
    assert.equal(packageNodeAt(new JsonDocument('{"nodes": [], "relations": []}'), 3, 'x'), undefined);
    // Both become part of a path (8.5).
    for (const evil of ['../../x', 'a'.repeat(23), '/etc/passwd']) {
      const node = JSON.stringify({ localizedData: [], chartReference: evil });
      assert.equal(packageNodeAt(new JsonDocument(node), 3, 'x'), undefined);
      const relations = JSON.stringify({ relations: [{ node: evil, children: [], next: null }] });
      assert.equal(packageNodeAt(new JsonDocument(relations), relations.indexOf('node') + 1, 'x'), undefined);
    }
  });

  it('leads over a new node at every node, which has a file with the keys of the others', () => {
    const chart = readFixture(chartPath);
    const before = readFlow(JSON.parse(chart));
    for (const path of nodeFiles) {
      const node = readFixture(path);
      const result = insert(chart, node, 'if');
      assert.equal(result.files.length, 3, 'with the heads of its branches');
      const [main, ...heads] = result.files;
      const after = readFlow(JSON.parse(result.chart));
      const relation = after.relations.find((one) => one.node === main.id);
      assert.deepEqual(
        relation?.edges.filter(({ kind }) => kind === 'child').map(({ to }) => to),
        heads.map(({ id }) => id),
      );
      const type = (JSON.parse(node) as { type: string }).type;
      const leading = after.relations.filter((one) => one.edges.some(({ to }) => to === main.id));
      const formerNext = (id: string | undefined) =>
        before.relations.find((one) => one.node === id)?.edges.find(({ kind }) => kind === 'next')?.to;
      const own = nameOf(path);
      const next = relation.edges.find(({ kind }) => kind === 'next')?.to;
      assert.equal(leading.length, 1);
      if (type === 'end') assert.equal(next, own);
      else assert.deepEqual([leading.map((one) => one.node), next], [[own], formerNext(own)]);
      for (const { id, text } of result.files) {
        const made = JSON.parse(text) as Record<string, unknown>;
        assert.equal(made._id, id);
        assert.equal(made.chartReference, nameOf(chartPath));
        assert.deepEqual(Object.keys(made), Object.keys(JSON.parse(node) as object));
        assert.deepEqual(codes(text), []);
      }
      assert.deepEqual(codes(result.chart), codes(chart));
    }
  });

  it('writes the file as that of the other node is written', () => {
    const chart = readFixture(chartPath);
    const value: unknown = JSON.parse(readFixture(nodeFiles[0] ?? ''));
    for (const eol of ['\n', '\r\n']) {
      for (const end of ['', eol]) {
        const write = (one: unknown) => JSON.stringify(one, undefined, '\t').replaceAll('\n', eol) + end;
        const [{ text }] = insert(chart, write(value), 'say').files;
        assert.equal(text, write(JSON.parse(text)));
      }
    }
    const [{ text }] = insert(chart, JSON.stringify(value), 'say').files;
    assert.equal(text, JSON.stringify(JSON.parse(text)));
  });

  it('says why it can’t', () => {
    const nodeType = catalog.nodeType('@cognigy/basic-nodes', 'say');
    assert.ok(nodeType);
    const wanted = { nodeType, localeReference: undefined };
    const at = (chart: string, node: string) =>
      insertPackageNode(new JsonDocument(chart), new JsonDocument(node), wanted, making()).kind;
    const chart = readFixture(chartPath);
    const node = readFixture(nodeFiles[0] ?? '');
    assert.equal(at(chart.slice(0, -2), node), 'broken');
    assert.equal(at(chart, node.slice(0, -2)), 'broken');
    assert.equal(at('{"relations": []}', node), 'nowhere');
  });
});
