import assert from 'node:assert/strict';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { findPart } from '../../../src/core/language/nodePart';
import { ownEditorAt } from '../../../src/core/language/ownEditorAt';
import { shippedCatalog } from '../../support/catalog';
import { chart, nodeId } from '../../support/goldens';

const catalog = shippedCatalog();

/** What the editor at `|` would be, as `title language text`, or why there is none. */
function at(marked: string): string {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0);
  const answer = ownEditorAt(new JsonDocument(marked.replace('|', '')), offset, catalog);
  return answer.kind === 'part'
    ? `${answer.part.title}: ${answer.part.language}: ${answer.part.text}`
    : answer.kind;
}

/** The same in a node's config. */
const inConfig = (type: string, config: string, extension?: string) =>
  at(chart({ type, label: 'Node', config, ...(extension !== undefined && { extension }) }));

/** A package's node with two locales. */
const packageNode = `{"_id": "${nodeId(1)}", "type": "code", "extension": "@cognigy/basic-nodes", "label": "Sum",
  "mock": {"isEnabled": false, "code": "mocked()"}, "localizedData": [
  {"localeReference": "de", "config": {"code": "eins()"}}, {"localeReference": "en", "config": {"code": "one()"}}]}`;

describe('The own editor of a text', () => {
  it('is offered anywhere in the text and in its key', () => {
    const expected = 'Node · code: javascript: a()';
    assert.equal(inConfig('code', '{"code": "a|()"}'), expected);
    assert.equal(inConfig('code', '{"code": |"a()"}'), expected);
    assert.equal(inConfig('code', '{"code": "a()"|}'), expected);
    assert.equal(inConfig('code', '{"co|de": "a()"}'), expected);
    assert.equal(inConfig('code', '{|"code": "a()"}'), expected);
    assert.equal(inConfig('code', '{"code"|: "a()"}'), expected);
  });

  it('is in the language that the catalogue tells', () => {
    assert.equal(inConfig('httpRequest', '{"payloadJSON": "|{}"}'), 'Node · payloadJSON: json: {}');
    assert.equal(inConfig('httpRequest', '{"headers": "|"}'), 'Node · headers: json: ');
    assert.equal(inConfig('httpRequest', '{"payloadText": "|a"}'), 'Node · payloadText: plaintext: a');
    assert.equal(inConfig('setHTMLAppState', '{"html": "|<p>"}'), 'Node · html: html: <p>');
    assert.equal(
      inConfig('if', '{"condition": {"type": "condition", "condition": "|input.x"}}'),
      'Node · condition.condition: javascript: input.x',
    );
    assert.equal(
      inConfig('sqlRunQuery', '{"query": "|SELECT 1"}', '@cognigy/mssql'),
      'Node · query: sql: SELECT 1',
    );
  });

  it('is in JSON where nobody declares the key and the text is an object or a list', () => {
    assert.equal(inConfig('mine', '{"x": "|[1]"}', 'mine'), 'Node · x: json: [1]');
    assert.equal(inConfig('mine', '{"x": "|12"}', 'mine'), 'Node · x: plaintext: 12');
    assert.equal(inConfig('mine', '{"x": "|{x"}', 'mine'), 'Node · x: plaintext: {x');
  });

  it('is plain where CognigyScript would look like a mistake in JSON', () => {
    assert.equal(
      inConfig('httpRequest', '{"payloadJSON": "|{\\"a\\": {{input.a}}}"}'),
      'Node · payloadJSON: plaintext: {"a": {{input.a}}}',
    );
    assert.equal(
      inConfig('httpRequest', '{"payloadJSON": "|{\\"a\\": \\"{{input.a}}\\"}"}'),
      'Node · payloadJSON: json: {"a": "{{input.a}}"}',
    );
    assert.equal(inConfig('httpRequest', '{"payloadJSON": "|{a"}'), 'Node · payloadJSON: json: {a');
  });

  it('is offered for what lies deeper, and for a mock', () => {
    const say = '{"say": {"text": ["Hi", "|Hello"], "_cognigy": {"_default": {"a": [{"title": "Yes"}]}}}}';
    assert.equal(inConfig('say', say), 'Node · say.text[1]: plaintext: Hello');
    assert.equal(
      inConfig('say', say.replace('|', '').replace('Yes', 'Y|es')),
      'Node · say._cognigy._default.a[0].title: plaintext: Yes',
    );
    const mocked = chart({ type: 'say', label: 'Node', more: '"mock": {"isEnabled": true, "code": "|x()"}' });
    assert.equal(at(mocked), 'Node · mock.code: javascript: x()');
  });

  it('is offered for one locale of a package’s node', () => {
    assert.equal(at(packageNode.replace('eins', 'ei|ns')), 'Sum · code: javascript: eins()');
    assert.equal(at(packageNode.replace('one', 'o|ne')), 'Sum · code: javascript: one()');
    assert.equal(at(packageNode.replace('mocked', 'm|ocked')), 'Sum · mock.code: javascript: mocked()');
  });

  it('is not offered for objects, numbers, and what is no config', () => {
    assert.equal(inConfig('httpRequest', '{"payloadJSON": {|"a": 1}}'), 'none');
    assert.equal(inConfig('httpRequest', '{"payload|JSON": {"a": 1}}'), 'none');
    assert.equal(inConfig('httpRequest', '{"timeout": |1}'), 'none');
    assert.equal(inConfig('code', '{"code": "a()" | }'), 'none');
    const text = chart({ type: 'code', config: '{"code": "a()"}' });
    assert.equal(at(text.replace('"label": "code"', '"label": "c|ode"')), 'none');
    assert.equal(at(text.replace('"node":', '"no|de":')), 'none');
    assert.equal(at(`${text} |`), 'none');
  });

  it('is not offered where the text could not be found again, or not be written back', () => {
    const text = chart({ type: 'code', config: '{"code": "a|()"}' }, { type: 'say' });
    assert.equal(at(text.replaceAll(`"_id": "${nodeId(1)}", `, '')), 'noId');
    assert.equal(at(text.replaceAll(nodeId(1), '')), 'noId');
    assert.equal(at(text.replaceAll(nodeId(2), nodeId(1))), 'noId');
    assert.equal(inConfig('code', '{"code": "|\\ud83d"}'), 'notText');
    assert.equal(inConfig('code', '{"code": "|\\ud83d\\ude00"}'), 'Node · code: javascript: 😀');
  });

  it('is not offered in a node that is broken, but beside one', () => {
    const text = chart({ type: 'code', config: '{"code": "a()"}' }, { type: 'say', config: '{"x": 1}' });
    const sound = new JsonDocument(text);
    const kindIn = (changed: string) =>
      ownEditorAt(sound.withText(changed), changed.indexOf('a()'), catalog).kind;
    assert.equal(kindIn(text.replace('"x": 1', '"x": ')), 'part');
    assert.equal(kindIn(text.replace('"a()"', '"a()", "x":')), 'broken');
    assert.equal(at(text.replace('a()"', 'a|()", "x":')), 'broken');
  });
});

describe('A text of a node', () => {
  const code = '{"code": "a()"}';
  const address = { node: nodeId(1), path: ['config', 'code'] };
  const found = (text: string, of: Parameters<typeof findPart>[1] = address) => {
    const document = new JsonDocument(text);
    const state = findPart(document, of);
    if (state.kind !== 'found') return state.kind;
    const { offset, length } = document.rangeOf(state.path)!;
    assert.equal(text.slice(offset, offset + length), JSON.stringify(state.text));
    return state.text;
  };

  it('is found again when other nodes come, go and change places', () => {
    const text = chart({ type: 'code', config: code });
    assert.equal(found(text), 'a()');
    const value = JSON.parse(text) as { nodes: unknown[] };
    value.nodes.reverse();
    assert.equal(found(JSON.stringify(value)), 'a()');
    value.nodes.unshift({ _id: nodeId(9), type: 'code', config: { code: 'other' } });
    assert.equal(found(JSON.stringify(value)), 'a()');
  });

  it('is found for its own locale', () => {
    assert.equal(found(packageNode, { ...address, locale: 'en' }), 'one()');
    assert.equal(found(packageNode, { ...address, locale: 'de' }), 'eins()');
    assert.equal(found(packageNode, { ...address, locale: 'fr' }), 'gone');
    assert.equal(found(packageNode, { node: nodeId(1), path: ['mock', 'code'] }), 'mocked()');
  });

  it('is gone with its node, its key, as something else, and where two nodes could be meant', () => {
    assert.equal(found(chart({ type: 'say' })), 'gone');
    assert.equal(found(chart()), 'gone');
    assert.equal(found(chart({ type: 'code', config: '{"code": {}}' })), 'gone');
    const two = chart({ type: 'code', config: code }, { type: 'say' }).replaceAll(nodeId(2), nodeId(1));
    assert.equal(found(two), 'gone');
  });

  it('is neither there nor gone while its node is broken, or nobody can tell', () => {
    const text = chart({ type: 'code', config: code });
    assert.equal(found(text.replace('"a()"', '"a()", [')), 'broken');
    assert.equal(found(text.slice(0, -2)), 'broken');
    assert.equal(found('{'), 'broken');
  });
});
