import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { nodeRegions } from '../../../src/core/language/folding';
import { outlineOf } from '../../../src/core/language/outline';
import { chart, type WrittenNode } from '../../support/goldens';

const outline = (text: string) => outlineOf(new JsonDocument(text), english);

const branching: WrittenNode = {
  type: 'if',
  label: 'Known?',
  branches: [
    [
      { type: 'then', label: 'Then' },
      { type: 'say', label: 'Welcome back', more: '"isDisabled": true' },
    ],
    [{ type: 'else', label: 'Else' }],
  ],
};

describe('Outline', () => {
  it('has the nodes in file order, with the branch that each is in, else its type', () => {
    const entries = outline(chart(branching, { type: 'other', extension: 'mine', label: '' }));
    assert.deepEqual(
      entries.map(({ name, detail }) => `${name}: ${detail}`),
      [
        'start: Start',
        'Known?: If',
        'Then: If',
        'Welcome back: If ▸ Then · disabled',
        'Else: If',
        'other: other',
        'end: End',
      ],
    );
  });

  it('shortens a long way to where it ends', () => {
    const nested = (depth: number): WrittenNode[] =>
      depth === 0
        ? [{ type: 'say', label: 'deep' }]
        : [{ type: 'once', branches: [[{ type: 'onFirstExecution' }, ...nested(depth - 1)]] }];
    const detailAt = (depth: number) =>
      outline(chart(...nested(depth))).find(({ name }) => name === 'deep')?.detail;
    assert.equal(detailAt(2), 'Once ▸ On First Time ▸ Once ▸ On First Time');
    assert.equal(detailAt(3), '… ▸ Once ▸ On First Time ▸ Once ▸ On First Time');
  });

  it('ranges over the node, and selects its label, else its type', () => {
    const text = chart({ type: 'say', label: 'Hello' }, { type: 'stop', label: '' });
    const [, say, stop] = outline(text);
    const at = (range: { offset: number; length: number } | undefined) =>
      range && text.slice(range.offset, range.offset + range.length);
    assert.match(at(say?.range) ?? '', /^\{"_id".*"say".*\}$/);
    assert.equal(at(say?.selection), '"Hello"');
    assert.equal(at(stop?.selection), '"stop"');
  });

  it('has the one node of a package’s file, and what can be read of broken text', () => {
    const node = '{"type": "say", "extension": "@cognigy/basic-nodes", "label": "Hi", "localizedData": []}';
    assert.deepEqual(
      outline(node).map(({ name, range }) => [name, range.length]),
      [['Hi', node.length]],
    );
    assert.deepEqual(
      outline('{"nodes": [{"type": "say"}, {').map(({ name }) => name),
      ['say', 'Node'],
    );
    assert.deepEqual(outline('{"a": 1}'), []);
  });

  it('has nothing of what nests too deep to be walked', () => {
    const deep = `{"nodes": [{"type": "say", "config": ${'['.repeat(1000)}${']'.repeat(1000)}}]}`;
    assert.deepEqual(outline(deep), []);
    assert.deepEqual(nodeRegions(new JsonDocument(deep)), []);
  });
});

describe('Regions to fold', () => {
  it('are nodes and relations', () => {
    const text = chart(branching);
    const starts = nodeRegions(new JsonDocument(text)).map(({ offset }) => text.slice(offset, offset + 7));
    assert.equal(starts.filter((start) => start === '{"node"').length, 6);
    assert.equal(starts.filter((start) => start === '{"_id":').length, 6);
    assert.equal(starts.length, 12);
  });

  it('are not a whole file', () => {
    assert.deepEqual(nodeRegions(new JsonDocument('{"type": "say", "localizedData": []}')), []);
  });
});
