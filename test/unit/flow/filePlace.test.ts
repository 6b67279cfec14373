import assert from 'node:assert/strict';
import { isWithin, joinPath, placeOf } from '../../../src/core/flow/filePlace';

const id = '028de1dee4d3e8c4eaf1acc6';

describe('placeOf', () => {
  it('knows the flow files of every shape', () => {
    assert.deepEqual(placeOf('a/agent/flows/Über uns/de-DE/chart.json'), {
      kind: 'flow',
      root: 'a/agent',
      flow: 'Über uns',
      locale: 'de-DE',
    });
    assert.deepEqual(placeOf('flows/Main/chart/chart.json'), { kind: 'flow', root: '', flow: 'Main' });
    assert.deepEqual(placeOf('x/hand.flow.json'), { kind: 'flow', root: undefined, flow: 'hand' });
    assert.deepEqual(placeOf(`p/nodeData/${id}`), { kind: 'packageNode', root: 'p' });
  });

  it('knows what declares Connections and projects', () => {
    assert.deepEqual(placeOf('a/connections/My API.json'), { kind: 'connectionResource', root: 'a' });
    assert.deepEqual(placeOf(`connection/${id}`), { kind: 'connectionResource', root: '' });
    assert.deepEqual(placeOf('a/largelanguagemodels/GPT 4.json'), {
      kind: 'llmResource',
      root: 'a',
      name: 'GPT 4',
    });
    assert.deepEqual(placeOf('a/.cognigy/connections.json'), {
      kind: 'connectionsFile',
      folder: 'a',
      name: undefined,
    });
    assert.deepEqual(placeOf('.cognigy/connections.sales.json'), {
      kind: 'connectionsFile',
      folder: '',
      name: 'sales',
    });
    assert.deepEqual(placeOf('bots/config.dev.json'), { kind: 'cliConfig', folder: 'bots' });
  });

  it('knows the files around a flow that push and other flows look for', () => {
    assert.deepEqual(placeOf('agent/flows/Main/config.json'), { kind: 'flowResource', root: 'agent' });
    assert.deepEqual(placeOf(`p/flow/${id}`), { kind: 'flowResource', root: 'p' });
    assert.deepEqual(placeOf('agent/flows/locales.json'), { kind: 'locales', root: 'agent' });
    assert.deepEqual(placeOf('agent/flows/Main/en-US/intents.json'), { kind: 'intents', root: 'agent' });
    assert.deepEqual(placeOf(`chart/${id}`), { kind: 'packageChart', root: '' });
    assert.deepEqual(placeOf('a/.cognigy/validation.json'), { kind: 'ruleSettings' });
    assert.deepEqual(placeOf('a/backup.csnap'), { kind: 'snapshot' });
  });

  it('passes over everything else', () => {
    for (const path of [
      'agent/endpoints/Web/config.json',
      'agent/flows/Main/en-US/other.json',
      'nodeData/readme.md',
      'package.json',
      'node_modules/x/flows/Main/en-US/chart.json',
      'configuration.json',
      'a/chart.json',
    ]) {
      assert.equal(placeOf(path), undefined, path);
    }
  });
});

describe('joinPath', () => {
  it('reads agentDir as the CLI does and never leaves the workspace folder', () => {
    assert.equal(joinPath('a', './agent/'), 'a/agent');
    assert.equal(joinPath('a', '..\\b'), 'b');
    assert.equal(joinPath('', '.'), '');
    assert.equal(joinPath('a', '../../b'), undefined);
    assert.equal(joinPath('a', '/etc'), undefined);
    assert.equal(joinPath('a', 'C:\\agent'), undefined);
  });
});

describe('isWithin', () => {
  it('compares whole names', () => {
    assert.equal(isWithin('a/b', 'a/b/c'), true);
    assert.equal(isWithin('a/b', 'a/bc'), false);
    assert.equal(isWithin('', 'anything'), true);
  });
});
