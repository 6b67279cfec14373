import assert from 'node:assert/strict';
import { readFlowNodeAt, readFlowNodes } from '../../../src/core/flow/flowNode';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { readFixture, sampleFlows } from '../../support/flows';

describe('The node that a path leads to', () => {
  it('is the one that reading all of them finds, in every shape', () => {
    let count = 0;
    for (const sample of sampleFlows()) {
      const { value } = new JsonDocument(readFixture(sample));
      for (const node of readFlowNodes(value)) {
        for (const path of [node.path, [...node.path, 'config', 'x']])
          assert.deepEqual(readFlowNodeAt(value, path), node);
        count++;
      }
    }
    assert.ok(count > 50, String(count));
  });

  it('is none outside of nodes', () => {
    const node = { type: 'say', config: {} };
    for (const path of [[], ['relations', 0], ['nodes'], ['nodes', 1], ['nodes', 'x']])
      assert.equal(readFlowNodeAt({ relations: [{}], nodes: [node] }, path), undefined, path.join());
    for (const path of [[], [0], [0, 'next'], [1, '_data'], ['x', '_data']])
      assert.equal(readFlowNodeAt([{ _data: node }], path), undefined, path.join());
    assert.equal(readFlowNodeAt({}, ['nodes', 0]), undefined);
  });

  it('is found without a look at the others', () => {
    const untouchable = new Proxy({}, { get: () => assert.fail('looked at') });
    const node = { type: 'say', config: {} };
    assert.equal(readFlowNodeAt({ nodes: [untouchable, node] }, ['nodes', 1, 'config'])?.value, node);
    assert.equal(readFlowNodeAt([untouchable, { _data: node }], [1, '_data'])?.value, node);
  });
});
