import assert from 'node:assert/strict';
import { readFlow, type Flow } from '../../../src/core/flow/flow';
import { buildFlowTree, hasSameRows } from '../../../src/core/flow/flowTree';
import { chart } from '../../support/goldens';
import { readFixture, sampleFlows } from '../../support/flows';

/** The rows as text: a line a node, what lies in it indented, what is never reached after a line of dashes. */
function rowsOf(flow: Flow): string[] {
  const tree = buildFlowTree(flow);
  const lines = (rows: readonly number[], indent: string): string[] =>
    rows.flatMap((row) => {
      for (const child of tree.childrenOf(row)) assert.equal(tree.parentOf(child), row);
      return [indent + (flow.nodes[row]?.name ?? ''), ...lines(tree.childrenOf(row), `${indent}  `)];
    });
  const unreachable = lines(tree.unreachable, '');
  return [...lines(tree.roots, ''), ...(unreachable.length > 0 ? ['---', ...unreachable] : [])];
}

const read = (text: string) => readFlow(JSON.parse(text));

/** A chart with these nodes, whose names are their IDs, and relations `a: children > next`. */
function flowOf(names: string, ...relations: readonly string[]): Flow {
  const nodes = names
    .split(' ')
    .map((name) => ({ _id: name, type: name === 'start' ? 'start' : 'say', label: name }));
  return readFlow({
    nodes,
    relations: relations.map((relation) => {
      const [, node, children = '', next] = /^(\w+): ?([\w ]*?) ?(?:> ?(\w+))?$/.exec(relation) ?? [];
      return { node, children: children.split(' ').filter(Boolean), next: next ?? null };
    }),
  });
}

describe('The tree of a flow', () => {
  it('has successors side by side, branches in their node, and what follows a head in the head', () => {
    const inner = { type: 'if', label: 'Inner', branches: [[{ type: 'then', label: 'Inner then' }]] };
    const text = chart(
      { type: 'say', label: 'Hello' },
      {
        type: 'if',
        label: 'Outer',
        branches: [
          [
            { type: 'then', label: 'Then' },
            { type: 'say', label: 'Yes' },
            inner,
            { type: 'say', label: 'After' },
          ],
          [{ type: 'else', label: 'Else' }],
        ],
      },
      { type: 'say', label: 'Bye' },
    );
    assert.deepEqual(rowsOf(read(text)), [
      'start',
      'Hello',
      'Outer',
      '  Then',
      '    Yes',
      '    Inner',
      '      Inner then',
      '    After',
      '  Else',
      'Bye',
      'end',
    ]);
  });

  it('knows heads of branches from what follows them', () => {
    const tree = buildFlowTree(flowOf('start a h x', 'start: > a', 'a: h', 'h: > x'));
    assert.deepEqual(
      [0, 1, 2, 3].map((row) => tree.isHead(row)),
      [false, false, true, false],
    );
  });

  it('has branches of a head before what follows it', () => {
    assert.deepEqual(rowsOf(flowOf('start a h x y', 'start: > a', 'a: h', 'h: x > y')), [
      'start',
      'a',
      '  h',
      '    x',
      '    y',
    ]);
  });

  it('ends at cycles, at second edges and at nodes that are not there', () => {
    assert.deepEqual(rowsOf(flowOf('start a b', 'start: > a', 'a: > b', 'b: start > a')), [
      'start',
      'a',
      'b',
    ]);
    assert.deepEqual(rowsOf(flowOf('start a b', 'start: a > b', 'a: a b > a', 'b: > start')), [
      'start',
      '  a',
      '    b',
    ]);
    assert.deepEqual(rowsOf(flowOf('start', 'start: gone > gone')), ['start']);
  });

  it('has what nothing leads to after all others, chains by their first node, circles by any', () => {
    assert.deepEqual(rowsOf(flowOf('b start a x y', 'start:', 'a: > b', 'x: > y', 'y: > x')), [
      'start',
      '---',
      'a',
      'b',
      'x',
      'y',
    ]);
  });

  it('has every node once, those without ID and with the same ID too', () => {
    const flow = readFlow({
      relations: [{ node: '1', children: [], next: null }],
      nodes: [{ _id: '1', label: 'first', type: 'start' }, { _id: '1', label: 'second' }, { label: 'third' }],
    });
    assert.deepEqual(rowsOf(flow), ['first', '---', 'second', 'third']);
  });

  it('begins with all that nothing leads to in a file without a start', () => {
    assert.deepEqual(rowsOf(flowOf('a b c', 'a: > b')), ['a', 'b', 'c']);
    assert.deepEqual(rowsOf(readFlow({ nodes: [{ _id: '1', label: 'only' }] })), ['only']);
    assert.deepEqual(rowsOf(flowOf('a b', 'a: > b', 'b: > a')), ['---', 'a', 'b']);
  });

  it('takes branches that lie in each other deeper than calls can', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `n${i}`);
    const flow = flowOf(names.join(' '), ...names.map((name, i) => `${name}: n${i + 1}`));
    const tree = buildFlowTree(flow);
    assert.deepEqual(tree.roots, [0]);
    assert.equal(tree.parentOf(19_999), 19_998);
  });

  it('has every node of the samples once, all of them reached', () => {
    for (const path of sampleFlows()) {
      const flow = read(readFixture(path));
      const rows = rowsOf(flow);
      assert.equal(rows.length, flow.nodes.length, path);
      assert.deepEqual(
        rows.map((row) => row.trim()).sort(),
        flow.nodes.map(({ name }) => name.trim()).sort(),
      );
    }
  });
});

describe('Rows', () => {
  const text = chart({ type: 'say', label: 'Hello', config: '{"say": 1}' });
  const isSame = (change: (text: string) => string) => {
    const [before, after] = [read(text), read(change(text))];
    assert.equal(hasSameRows(before, after), hasSameRows(after, before));
    return hasSameRows(before, after);
  };

  it('are the same while only configs change', () => {
    assert.ok(isSame((same) => same));
    assert.ok(isSame((before) => before.replace('"say": 1', '"say": 2')));
  });

  it('are others once a label, a type, an edge or a node has changed, or one is disabled', () => {
    assert.ok(!isSame((before) => before.replace('"Hello"', '"Hi"')));
    assert.ok(!isSame((before) => before.replace('"type": "say"', '"type": "stop"')));
    assert.ok(
      !isSame((before) => before.replace('"label": "Hello"', '"label": "Hello", "isDisabled": true')),
    );
    assert.ok(!isSame((before) => before.replace(/"next": "\w+"/, '"next": null')));
    assert.ok(!isSame((before) => before.replace(/"next": "\w+"/, '"next": "other"')));
    assert.ok(!isSame((before) => before.replace('"node": "', '"node": "other')));
    assert.ok(!isSame((before) => before.replace('"children": []', '"children": ["x"]')));
    assert.ok(!isSame((before) => before.replace('@cognigy/basic-nodes', 'x')));
    assert.ok(!isSame((before) => before.replace(/,\n\{"node": [^\n]*\}\],/, '],')));
    assert.ok(!isSame((before) => before.replace(/,\n\{"_id": [^]*\}\]/, ']')));
  });
});
