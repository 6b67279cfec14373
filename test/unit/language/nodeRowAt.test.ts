import assert from 'node:assert/strict';
import { readFlow } from '../../../src/core/flow/flow';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { nodeRowAt } from '../../../src/core/language/nodeRowAt';
import { atCursor } from '../../support/cursor';
import { chart } from '../../support/goldens';

/** The label of the node whose row belongs to the cursor `|`. */
function labelAt(marked: string): string | undefined {
  const { text, offset } = atCursor(marked);
  const document = new JsonDocument(text);
  const flow = readFlow(document.value);
  const row = nodeRowAt(document, flow, offset);
  return row === undefined ? undefined : (flow.nodes[row]?.label ?? `no row ${row}`);
}

describe('The row of a cursor', () => {
  const text = chart({ type: 'say', label: 'Hello', config: '{"say": "deep"}' });

  it('is the node that it is in, anywhere in it', () => {
    assert.equal(labelAt(text.replace('"Hello"', '"He|llo"')), 'Hello');
    assert.equal(labelAt(text.replace('"deep"', '"de|ep"')), 'Hello');
    assert.equal(labelAt(text.replace('"label": "Hello"', '"la|bel": "Hello"')), 'Hello');
    assert.equal(labelAt('{"type": "say", "label": "Hi", "localizedData": [{"con|fig": {}}]}'), 'Hi');
  });

  it('is the node that a relation is of, wherever that stands', () => {
    const second = text.indexOf('{"node"', text.indexOf('{"node"') + 1);
    assert.equal(labelAt(`${text.slice(0, second + 3)}|${text.slice(second + 3)}`), 'Hello');
    assert.equal(labelAt('[{"children": [|], "_data": {"type": "say", "label": "Hi"}}]'), 'Hi');
  });

  it('is none between nodes, and of a relation without its node', () => {
    assert.equal(labelAt(text.replace('"relations": [', '"relations": | [')), undefined);
    assert.equal(labelAt('{"nodes": [], "relations": [{"node": "g|one"}]}'), undefined);
    assert.equal(labelAt('|'), undefined);
  });

  it('is found in broken text', () => {
    assert.equal(labelAt('{"nodes": [{"label": "one"}, {"label": "two", "con|'), 'two');
    assert.equal(labelAt('{"nodes": [{"label": "one"}, {"label": "two", "con| }'), 'two');
  });
});
