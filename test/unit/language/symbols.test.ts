import assert from 'node:assert/strict';
import { declarationFor, resolveProjects, type Project } from '../../../src/core/connection/projects';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { complete } from '../../../src/core/language/complete';
import { definingFiles, definitionRange, filesNamingNode } from '../../../src/core/language/definition';
import {
  entrySymbolAt,
  flowSymbolAt,
  symbolRanges,
  type FlowSymbol,
} from '../../../src/core/language/flowSymbol';
import { targetHoverAt } from '../../../src/core/language/targetHover';
import { applyEdits } from '../../../src/core/json/textEdit';
import { shippedCatalog } from '../../support/catalog';
import { atCursor } from '../../support/cursor';
import { connectionsText, entry, factsOf, referenceId } from '../../support/flows';
import { chart, nodeId, nodeReferenceId } from '../../support/goldens';

const catalog = shippedCatalog();
const a = referenceId('a');
const here = 'agent/flows/Main/en-US/chart.json';
const there = 'agent/flows/Other/en-US/chart.json';
const otherId = '99999999-9999-4999-8999-999999999999';
const config = (name: string, id: string) => JSON.stringify({ _id: '1'.repeat(24), referenceId: id, name });

const goTo = (flow: string, node: string) =>
  chart({ type: 'goTo', config: `{"flowNode": {"flow": "${flow}", "node": "${node}"}}` });
const other = chart({ type: 'say', label: 'Hello' }).replaceAll('aaaaaaaa', 'bbbbbbbb');
const otherNode = nodeReferenceId(1).replace('aaaaaaaa', 'bbbbbbbb');

function project(files: Record<string, string>): Project {
  const facts = factsOf({
    '.cognigy/connections.json': connectionsText(entry(a, 'ServiceNow')),
    'agent/flows/Other/config.json': config('Other', otherId),
    [there]: other,
    [there.replace('en-US', 'de-DE')]: other,
    ...files,
  });
  const [found] = resolveProjects(facts, 'Work');
  assert.ok(found);
  return found;
}

function symbol(marked: string): { found: FlowSymbol | undefined; of: Project; text: string } {
  const { text, offset } = atCursor(marked);
  const of = project({ [here]: text });
  const isDeclared = (id: typeof a) => declarationFor(of, here, id) !== undefined;
  return { found: flowSymbolAt(new JsonDocument(text), offset, catalog, isDeclared), of, text };
}

const textAt = (text: string, found: { offset: number; length: number } | undefined) =>
  found && text.slice(found.offset, found.offset + found.length);

/** Where a symbol is defined: files, and what stands there. */
function definition(marked: string): [string, string | undefined][] {
  const { found, of, text } = symbol(marked);
  if (!found) return [];
  const texts: Record<string, string> = {
    [here]: text,
    [there]: other,
    '.cognigy/connections.json': connectionsText(entry(a, 'ServiceNow')),
  };
  return definingFiles(found, of, here).map((file) => {
    const document = new JsonDocument(texts[file] ?? '');
    return [file, textAt(document.text, definitionRange(document, found))];
  });
}

describe('Definition', () => {
  it('of a Reference ID is its entry, at the ID', () => {
    const text = chart({ type: 'httpRequest', config: `{"authType": "basic", "basicConnection": "|${a}"}` });
    assert.deepEqual(definition(text), [['.cognigy/connections.json', `"${a}"`]]);
    assert.deepEqual(definition(text.replace(a, referenceId('d'))), []);
  });

  it('of a target is the node, in the file of the same locale', () => {
    const text = goTo(otherId, otherNode);
    assert.deepEqual(definition(text.replace(otherNode, `${otherNode}|`)), [[there, '"Hello"']]);
    assert.deepEqual(definition(text.replace(otherId, `|${otherId}`)), [[there, '"Hello"']]);
    assert.deepEqual(definition(goTo(otherId, `|${nodeReferenceId(1)}`)), []);
  });

  it('of a target is the node in its own flow, though a copy of the flow has it too', () => {
    const copy = 'agent/flows/Copy/en-US/chart.json';
    const files = {
      [copy]: other,
      'agent/flows/Copy/config.json': config('Copy', otherId.replace('9', '8')),
    };
    const text = goTo(otherId, otherNode);
    const of = project({ [here]: text, ...files });
    const found = flowSymbolAt(new JsonDocument(text), text.indexOf(otherNode), catalog, () => false);
    assert.ok(found);
    assert.deepEqual(definingFiles(found, of, here), [there]);
  });

  it('of an id in a relation is the node, in every shape', () => {
    const text = chart({ type: 'once', branches: [[{ type: 'onFirstExecution', label: 'First' }]] });
    assert.deepEqual(definition(text.replace(`["${nodeId(2)}`, `["|${nodeId(2)}`)), [[here, '"First"']]);
    assert.deepEqual(definition(text.replace(`"node": "${nodeId(2)}`, `"node": "|${nodeId(2)}`)), [
      [here, '"First"'],
    ]);
    assert.deepEqual(definition(text.replace(`"next": "${nodeId(1)}`, `"next": "|${nodeId(1)}`)), [
      [here, '"once"'],
    ]);
    const node = '{"_id": "x", "type": "say", "label": "Hi"}';
    assert.deepEqual(definition(`[{"node": "|x", "children": [], "next": null, "_data": ${node}}]`), [
      [here, '"Hi"'],
    ]);
  });

  it('of a node in a package is the file that the node stands in', () => {
    const chartId = '0'.repeat(24);
    const node = {
      _id: 'c'.repeat(24),
      type: 'say',
      label: 'Hi',
      chartReference: chartId,
      localizedData: [],
    };
    const files = {
      [`agent/nodeData/${node._id}`]: JSON.stringify(node),
      [`agent/chart/${chartId}`]: JSON.stringify({
        _id: chartId,
        relations: [{ node: node._id, children: [], next: null }],
      }),
    };
    const of = project(files);
    const path = `agent/chart/${chartId}`;
    const json = new JsonDocument(files[path] ?? '');
    const found = flowSymbolAt(json, json.text.indexOf(node._id), catalog, () => false);
    assert.ok(found);
    assert.deepEqual(definingFiles(found, of, path), [`agent/nodeData/${node._id}`]);
  });
});

/** The places of a symbol in its own file, each by its key. */
function places(marked: string): string[] {
  const { found, text } = symbol(marked);
  if (!found) return [];
  const file = { path: here, kind: 'flow' as const, isDeclared: true };
  return symbolRanges(new JsonDocument(text), found, file, catalog).map(
    ({ offset }) => /"(\w+)": $/.exec(text.slice(0, offset))?.[1] ?? '',
  );
}

describe('References', () => {
  it('of a Connection are all places in configs where its ID stands', () => {
    const value = `{"authType": "basic", "basicConnection": "|${a}", "oAuth2Connection": "${a}", "other": "${a}"}`;
    assert.deepEqual(places(chart({ type: 'httpRequest', config: value })), [
      'basicConnection',
      'oAuth2Connection',
      'other',
    ]);
  });

  it('of a node are its relations, its own ids and what leads to it, from any of them', () => {
    const text = goTo(otherId, nodeReferenceId(1));
    const expected = ['next', 'node', '_id', 'referenceId', 'node'];
    assert.deepEqual(places(text.replace(`"_id": "${nodeId(1)}`, `"_id": "|${nodeId(1)}`)), expected);
    assert.deepEqual(places(text.replace(`"next": "${nodeId(1)}`, `"next": "|${nodeId(1)}`)), expected);
  });

  it('of a node are looked for in the files that hold it or lead to it', () => {
    const { found, of } = symbol(goTo(otherId, `|${otherNode}`));
    assert.ok(found?.kind === 'node');
    assert.deepEqual(
      filesNamingNode(found, of, here).sort(),
      [here, there.replace('en-US', 'de-DE'), there].sort(),
    );
  });

  it('start in the connections file too, at an ID or a name', () => {
    const text = connectionsText(entry(a, 'ServiceNow'));
    for (const marked of [text.replace(a, `${a}|`), text.replace('ServiceNow', 'Service|Now')]) {
      const { text: plain, offset } = atCursor(marked);
      const found = entrySymbolAt(new JsonDocument(plain), offset);
      assert.ok(found?.kind === 'connection');
      assert.equal(found.referenceId, a);
    }
    assert.equal(entrySymbolAt(new JsonDocument(text), text.indexOf('http_basic')), undefined);
  });
});

describe('Targets', () => {
  const hover = (marked: string) => {
    const { text, offset } = atCursor(marked);
    const knowledge = project({ [here]: text })
      .knowledge()
      .of(here);
    return targetHoverAt(new JsonDocument(text), offset, catalog, knowledge, english)?.markdown;
  };

  it('are told by flow and node on hover, and what is missing of them', () => {
    assert.equal(hover(goTo(otherId, `|${otherNode}`)), '**Other** ▸ **Hello**');
    assert.equal(hover(goTo(otherId, `|${nodeReferenceId(1)}`)), '**Other** has no such node.');
    assert.equal(hover(goTo('|', '')), undefined);
  });

  const offer = (marked: string) => {
    const { text, offset } = atCursor(marked);
    const knowledge = { project: project({ [here]: text }), path: here, credentials: () => '' };
    return { text, list: complete(new JsonDocument(text), offset, catalog, english, knowledge) };
  };

  it('are offered by name: flows, then the nodes of the one that is named', () => {
    const flows = offer(goTo('|', ''));
    assert.deepEqual(
      flows.list.map(({ label }) => label),
      ['Other'],
    );
    const [first] = flows.list;
    assert.ok(first);
    assert.equal(
      applyEdits(flows.text, [{ ...first.range, newText: first.insert.value }]),
      goTo(otherId, ''),
    );
    assert.deepEqual(
      offer(goTo(otherId, `${otherNode}|`)).list.map(({ label, detail }) => `${label} (${detail})`),
      ['start (start)', 'Hello (say)', 'end (end)'],
    );
    assert.deepEqual(offer(goTo('', '|')).list, []);
  });
});
