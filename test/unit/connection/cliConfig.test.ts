import assert from 'node:assert/strict';
import { configsOf, toCliConfig } from '../../../src/core/connection/cliConfig';

const config = (fileName: string, agentDir?: string) => {
  const read = toCliConfig(fileName, { agent: fileName, apiKey: 'planted', agentDir });
  assert.ok(read);
  return read;
};

describe('The configs of the CLI', () => {
  it('are read but for their API key', () => {
    const read = toCliConfig('config.json', { agent: 'a1', apiKey: 'planted' });
    assert.deepEqual(read, { fileName: 'config.json', agent: 'a1', agentDir: './agent' });
    assert.equal(toCliConfig('config.json', { agent: 1 }), undefined);
    assert.equal(toCliConfig('config.json', []), undefined);
  });

  it('belong to the project whose flows lie in their agentDir', () => {
    const dev = config('config.dev.json', './agents/dev');
    const prod = config('config.prod.json', 'agents/prod');
    const chart = 'work/agents/prod/flows/Main/en-US/chart.json';
    assert.deepEqual(configsOf([dev, prod], 'work', [chart]), [prod]);
  });

  it('are all that may be meant where several share a folder, or none of them holds the flows', () => {
    const [dev, prod] = [config('config.dev.json'), config('config.prod.json')];
    assert.deepEqual(configsOf([dev, prod], '', ['agent/flows/Main/en-US/chart.json']), [dev, prod]);
    assert.deepEqual(configsOf([dev, prod], '', []), [dev, prod]);
  });
});
