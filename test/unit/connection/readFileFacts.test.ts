import assert from 'node:assert/strict';
import type { FlowFacts } from '../../../src/core/connection/fileFacts';
import { createNodeFactsReader } from '../../../src/core/connection/nodeFacts';
import { createPlaces } from '../../../src/core/flow/places';
import { readFileFacts, replaceFacts, unreadFileFacts } from '../../../src/core/connection/readFileFacts';
import { placeOf } from '../../../src/core/flow/filePlace';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { shippedCatalog } from '../../support/catalog';
import { chartUsing, connectionsText, entry, referenceId } from '../../support/flows';

const catalog = shippedCatalog();
const read = (path: string, text: string) =>
  readFileFacts(placeOf(path)!, new JsonDocument(text), createNodeFactsReader(catalog));
const chart = 'agent/flows/F/en-US/chart.json';

describe('readFileFacts', () => {
  it('says why a flow file can’t be read', () => {
    const troubleOf = (text: string) => (read(chart, text) as FlowFacts).trouble;
    assert.deepEqual(troubleOf(' \n'), { kind: 'empty' });
    assert.deepEqual(troubleOf('{\n  "nodes": oops\n}'), { kind: 'syntax', line: 2 });
    assert.equal(troubleOf('{}'), undefined);
  });

  it('takes a file at a user’s glob for a flow by its shape', () => {
    const place = createPlaces(['bots/*.json']).placeOf('bots/Main.json')!;
    const kindOf = (text: string) =>
      readFileFacts(place, new JsonDocument(text), createNodeFactsReader(catalog))?.kind;
    assert.equal(kindOf(chartUsing(referenceId('b'))), 'flow');
    assert.equal(kindOf('{"name": "something else"}'), undefined);
    assert.equal(kindOf('oops'), 'flow', 'what is broken is said to be');
  });

  it('takes only what is a Connection for one', () => {
    assert.equal(read('connections/x.json', '{"name": "something else"}'), undefined);
    const broken = read('connections/x.json', 'oops');
    assert.ok(
      broken?.kind === 'connectionResource' && !broken.connection && broken.trouble?.kind === 'syntax',
    );
    assert.equal(
      read('connections/x.json', JSON.stringify(entry(referenceId('b'), 'X')))?.kind,
      'connectionResource',
    );
  });

  it('reads which Connection an LLM resource names, and by its Reference ID only', () => {
    const useOf = (value: unknown) => {
      const facts = read('a/largelanguagemodels/GPT 4.json', JSON.stringify(value));
      return facts?.kind === 'llmResource' ? facts.use : undefined;
    };
    const use = useOf({ name: 'Answers', connectionId: referenceId('b') });
    assert.deepEqual([use?.user, use?.nodeLabel, use?.key], ['llm', 'Answers', 'connectionId']);
    assert.equal(useOf({ name: '', connectionId: referenceId('b') })?.nodeLabel, 'GPT 4');
    assert.equal(useOf({ name: 'Answers', connectionId: '0'.repeat(24) }), undefined);
    assert.equal(useOf([]), undefined);
  });

  it('takes a .csnap for a snapshot by what it begins with, and a large one by its name', () => {
    const place = placeOf('x.csnap')!;
    assert.deepEqual(read('x.csnap', 'csnap\u0001\u0002'), { kind: 'snapshot' });
    assert.equal(read('x.csnap', 'a snapshot'), undefined);
    assert.deepEqual(unreadFileFacts(place, { kind: 'tooLarge', bytes: 9e9 }), { kind: 'snapshot' });
    assert.equal(unreadFileFacts(place, { kind: 'failed' }), undefined);
  });

  it('takes only a CLI config for one, with its default folder', () => {
    assert.equal(read('config.json', '{"agentDir": "x"}'), undefined);
    assert.deepEqual(read('config.json', '{"agent": "x"}'), {
      kind: 'cliConfig',
      folder: '',
      agentDir: './agent',
    });
  });
});

describe('replaceFacts', () => {
  it('keeps the uses of a flow that can’t be read for now', () => {
    const before = read(chart, chartUsing(referenceId('b')));
    const after = replaceFacts(before, read(chart, '{"nodes": ['));
    assert.equal(after?.kind === 'flow' && after.uses.length, 1);
    assert.equal(after?.kind === 'flow' && after.trouble?.kind, 'syntax');
  });

  it('keeps what an LLM resource names while it can’t be read', () => {
    const path = 'a/largelanguagemodels/GPT 4.json';
    const before = read(path, JSON.stringify({ connectionId: referenceId('b') }));
    const after = replaceFacts(before, read(path, '{"connectionId'));
    assert.ok(after?.kind === 'llmResource');
    assert.deepEqual([after.use?.referenceId, after.trouble?.kind], [referenceId('b'), 'syntax']);
  });

  it('keeps the names of a connections file with conflict markers, and takes those of a newer version', () => {
    const path = '.cognigy/connections.json';
    const before = read(path, connectionsText(entry(referenceId('b'), 'X')));
    const names = (text: string) => {
      const after = replaceFacts(before, read(path, text));
      return after?.kind === 'connectionsFile' ? after.file.connections.map(({ name }) => name) : undefined;
    };
    assert.deepEqual(names('<<<<<<< HEAD\n=======\n>>>>>>> x'), ['X']);
    assert.deepEqual(
      names(connectionsText(entry(referenceId('c'), 'Y')).replace('"version": 1', '"version": 2')),
      ['Y'],
    );
    assert.deepEqual(names(connectionsText()), []);
  });
});
