import assert from 'node:assert/strict';
import { factsChange } from '../../../src/core/connection/factsChange';
import { createKeepingReader, createNodeFactsReader } from '../../../src/core/connection/nodeFacts';
import { readFileFacts } from '../../../src/core/connection/readFileFacts';
import { placeOf } from '../../../src/core/flow/filePlace';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { shippedCatalog } from '../../support/catalog';
import { connectionsText, entry, readFixture, referenceId } from '../../support/flows';
import { chart } from '../../support/goldens';
import { seededRandom } from '../../support/seededRandom';

const catalog = shippedCatalog();
const chartPath = 'agent/flows/Main/en-US/chart.json';

const read = (text: string, path = chartPath, reader = createNodeFactsReader(catalog)) => {
  const place = placeOf(path);
  return place && readFileFacts(place, new JsonDocument(text), reader);
};

describe('A change of a file', () => {
  const text = chart(
    { type: 'say', config: '{"say": {"text": ["Hello"]}}' },
    {
      type: 'httpRequest',
      config: `{"url": "https://a.example/x", "authType": "basic", "basicConnection": "${referenceId('a')}"}`,
    },
  );
  const change = (from: string, to: string) => {
    assert.ok(text.includes(from));
    return factsChange(read(text), read(text.replace(from, to)));
  };

  it('concerns nobody when only white space and comments of the platform changed', () => {
    assert.equal(change(', "label"', ',\n  "label"'), 'none');
    assert.equal(change('"label": "say"', '"comment": "x", "label": "say"'), 'none');
  });

  it('concerns the other locales when settings changed that name nothing', () => {
    assert.equal(change('Hello', 'Good day'), 'locales');
  });

  it('concerns who names its nodes when they are called otherwise, or call other hosts', () => {
    assert.equal(change('"label": "say"', '"label": "greet"'), 'names');
    assert.equal(change('"label": "httpRequest"', '"label": "Get ticket"'), 'names');
    assert.equal(change('a.example', 'b.example'), 'names');
  });

  it('concerns all when nodes, Connections or targets changed', () => {
    assert.equal(change('"label": "say"', '"isDisabled": true, "label": "say"'), 'all');
    assert.equal(change(referenceId('a'), referenceId('b')), 'all');
    assert.equal(change('"text": ["Hello"]', `"x": "${referenceId('c')}"`), 'all');
    assert.equal(
      change(
        '"say": {',
        `"flowNode": {"flow": "${referenceId('c')}", "node": "${referenceId('d')}"}, "say": {`,
      ),
      'all',
    );
    assert.equal(change('"nodes": [', '"nodes": ['.concat('{"type": "x", "config": {}},')), 'all');
  });

  it('concerns all when a file comes, goes, breaks, or declares something else', () => {
    assert.equal(factsChange(undefined, read(text)), 'all');
    assert.equal(factsChange(read(text), undefined), 'all');
    assert.equal(factsChange(read(text), read(text.slice(0, -5))), 'all');
    const file = '.cognigy/connections.json';
    const one = read(connectionsText(entry(referenceId('a'), 'One')), file);
    assert.equal(factsChange(one, read(connectionsText(entry(referenceId('a'), 'One')), file)), 'none');
    assert.equal(factsChange(one, read(connectionsText(entry(referenceId('a'), 'Two')), file)), 'all');
  });
});

describe('Facts read again after an edit', () => {
  it('are those of the new text, and those of untouched nodes are the same objects', () => {
    const reader = createKeepingReader(catalog);
    const place = placeOf(chartPath);
    assert.ok(place);
    let document = new JsonDocument(readFixture('samples/cli-clone/agent/flows/Flow 2/en-US/chart.json'));
    const random = seededRandom(3);
    let kept = 0;
    for (let round = 0; round < 300; round++) {
      const before = readFileFacts(place, document, reader);
      const at = Math.floor(random() * document.text.length);
      const edited = document.withText(`${document.text.slice(0, at)}7${document.text.slice(at)}`);
      if (edited.syntaxError) continue;
      const after = readFileFacts(place, edited, reader);
      const fresh = read(edited.text);
      assert.ok(before?.kind === 'flow' && after?.kind === 'flow' && fresh?.kind === 'flow');
      assert.equal(factsChange(after, fresh), 'none');
      assert.deepEqual([after.uses, after.candidates], [fresh.uses, fresh.candidates]);
      kept += after.outline.nodes.filter((node, index) => node === before.outline.nodes[index]).length;
      document = edited;
    }
    assert.ok(kept > 1000, `${kept} were kept`);
  });
});
