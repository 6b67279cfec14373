import assert from 'node:assert/strict';
import { connectionUses } from '../../../src/core/flow/connectionUse';
import { readFlowNodes } from '../../../src/core/flow/flowNode';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { toPointer } from '../../../src/core/json/jsonPath';
import { shippedCatalog } from '../../support/catalog';
import { chartText, httpNode, readFixture, referenceId } from '../../support/flows';

const catalog = shippedCatalog();
const usesIn = (value: unknown) => readFlowNodes(value).flatMap((node) => connectionUses(node, catalog));
const usesOf = (config: Record<string, unknown>) =>
  usesIn(JSON.parse(chartText(httpNode('1', 'Get', config)))).map(({ key }) => key);

describe('readFlowNodes', () => {
  it('reads the same node from every shape, each with its own path', () => {
    const node = httpNode('1', 'Get', { authType: 'basic', basicConnection: referenceId('b') });
    const { config, ...rest } = node;
    const shapes: [unknown, string][] = [
      [{ relations: [], nodes: [node] }, '/nodes/0/config/basicConnection'],
      [[{ _data: node }], '/0/_data/config/basicConnection'],
      [{ ...rest, localizedData: [{ config }] }, '/localizedData/0/config/basicConnection'],
    ];
    for (const [value, pointer] of shapes) {
      const [use, ...more] = usesIn(value);
      assert.equal(use && toPointer(use.path), pointer);
      assert.equal(use?.nodeId, node._id);
      assert.equal(more.length, 0);
    }
  });

  it('finds nothing in values of other shapes', () => {
    for (const value of [null, 1, 'x', {}, [], [1, null], { nodes: 'x' }, { nodes: [null, 3] }, undefined]) {
      assert.deepEqual(readFlowNodes(value), []);
    }
  });

  it('reads every node of the samples', () => {
    const count = (path: string) => readFlowNodes(new JsonDocument(readFixture(path)).value).length;
    assert.equal(count('samples/cli-clone/agent/flows/Flow 1/en-US/chart.json'), 42);
    assert.equal(count('samples/embedded/agent/flows/Flow 2/chart/chart.json'), 5);
  });
});

describe('connectionUses', () => {
  it('finds the field that authType selects, and not one that it leaves unused', () => {
    const both = { basicConnection: referenceId('b'), apiKeyXKeyConnection: referenceId('c') };
    assert.deepEqual(usesOf({ authType: 'basic', ...both }), ['basicConnection']);
    assert.deepEqual(usesOf({ authType: 'apiKeyXKey', ...both }), ['apiKeyXKeyConnection']);
    assert.deepEqual(usesOf({ authType: 'none', ...both }), []);
  });

  it('passes over values that are no Reference ID', () => {
    for (const value of ['', null, 'b2582db9', '{{context.connection}}', { id: 1 }, 5]) {
      assert.deepEqual(usesOf({ authType: 'basic', basicConnection: value }), [], JSON.stringify(value));
    }
  });

  it('finds the uses of an Extension that is known by name only', () => {
    const node = {
      ...httpNode('1', 'Send', { connection: referenceId('b') }),
      extension: '8x8',
      type: 'sendSMS',
    };
    assert.deepEqual(
      usesIn({ nodes: [node] }).map(({ connectionType }) => connectionType),
      [{ extension: '8x8', type: 'sms8x8' }],
    );
  });

  it('names the host that a node calls, unless it is computed', () => {
    const host = (url: string) => {
      const config = { authType: 'basic', basicConnection: referenceId('b'), url };
      return usesIn({ nodes: [httpNode('1', 'Get', config)] })[0]?.urlHost;
    };
    assert.equal(host('https://api.example.com:8080/x'), 'api.example.com');
    assert.equal(host('https://api.example.com/{{context.id}}?a=[[snippet-abc]]'), 'api.example.com');
    assert.equal(host('https://{{context.host}}/x'), undefined);
    assert.equal(host('https://api.{{context.region}}.example.com/x'), undefined);
    assert.equal(host('https://bot:planted@api.example.com/x'), 'api.example.com');
    assert.equal(host('not a url'), undefined);
  });
});
