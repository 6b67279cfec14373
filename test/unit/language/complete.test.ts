import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { complete } from '../../../src/core/language/complete';
import type { Completion } from '../../../src/core/language/completion';
import { applyEdits } from '../../../src/core/json/textEdit';
import { shippedCatalog } from '../../support/catalog';
import { atCursor } from '../../support/cursor';
import { chart } from '../../support/goldens';

const catalog = shippedCatalog();

/** What is offered at `|`. */
function offered(marked: string): readonly Completion[] {
  const { text, offset } = atCursor(marked);
  return complete(new JsonDocument(text), offset, catalog, english);
}

const labels = (marked: string) => offered(marked).map(({ label }) => label);

function accept(text: string, { range, insert, also }: Completion): string {
  return applyEdits(text, [...also, { ...range, newText: insert.before + insert.value + insert.after }]);
}

const shapes = {
  'a chart': (config: string, type: string) => chart({ type, config }),
  'an embedded chart': (config: string, type: string) =>
    `[{"node": "1", "_data": {"type": "${type}", "extension": "@cognigy/basic-nodes", "config": ${config}}}]`,
  'a package’s node': (config: string, type: string) =>
    `{"type": "${type}", "extension": "@cognigy/basic-nodes", "localizedData": [{"config": {}}, {"config": ${config}}]}`,
} as const;

/** The config of the node after an offer was accepted; the rest of the file must be as it was. */
function accepted(config: string, label: string, type = 'httpRequest'): string {
  const results = Object.values(shapes).flatMap((inShape) =>
    [config, config.replaceAll('\n', '\r\n')].map((written) => {
      const marked = inShape(written, type);
      const offer = offered(marked).find((candidate) => candidate.label === label);
      assert.ok(offer, `${label} isn’t offered in ${marked}`);
      const text = accept(atCursor(marked).text, offer);
      const [before = '', after = ''] = marked.split(written);
      assert.ok(text.startsWith(before) && text.endsWith(after));
      return text.slice(before.length, text.length - after.length).replaceAll('\r\n', '\n');
    }),
  );
  assert.equal(new Set(results).size, 1);
  return results[0] ?? '';
}

describe('Completion of config keys', () => {
  it('offers what the node’s type declares, in its order, and nothing that is there', () => {
    assert.deepEqual(
      labels(chart({ type: 'wait', config: '{|}' })),
      labels(chart({ type: 'wait', config: '{ | }' })),
    );
    const all = labels(chart({ type: 'httpRequest', config: '{|}' }));
    assert.deepEqual(all.slice(0, 4), ['type', 'url', 'headers', 'payloadType']);
    const others = labels(chart({ type: 'httpRequest', config: '{"url": "u", "payloadType": "text", |}' }));
    assert.ok(!others.includes('url') && others.includes('type'));
  });

  it('offers last what counts for nothing here', () => {
    const of = (authType: string) =>
      labels(chart({ type: 'httpRequest', config: `{"authType": "${authType}", |}` }));
    assert.ok(of('basic').indexOf('basicConnection') < of('basic').indexOf('async'));
    assert.ok(of('oAuth2').indexOf('basicConnection') > of('oAuth2').indexOf('async'));
    assert.equal(of('basic').length, of('oAuth2').length);
  });

  it('leaves out what is only shown on the platform and holds no value', () => {
    const email = '{"type": "sendEmail", "extension": "@cognigy/smtp", "config": {|}}';
    assert.ok(!labels(`[{"_data": ${email}}]`).includes('serviceWarning'));
    assert.ok(labels(`[{"_data": ${email}}]`).includes('subject'));
  });

  for (const [name, config, label, expected] of [
    ['an empty object', '{|}', 'url', '{"url": ""}'],
    ['an empty object over lines', '{\n  |\n}', 'url', '{\n  "url": ""\n}'],
    ['a half-typed key in quotes', '{"ur|"}', 'url', '{"url": ""}'],
    ['a half-typed key that nobody closed', '{"ur|}', 'url', '{"url": ""}'],
    ['a half-typed key without quotes', '{ur|}', 'url', '{"url": ""}'],
    [
      'an unclosed key before another property',
      '{\n  "ur|\n  "async": true\n}',
      'url',
      '{\n  "url": "",\n  "async": true\n}',
    ],
    ['a place before another property', '{| "async": true}', 'url', '{"url": "", "async": true}'],
    [
      'a place between properties',
      '{"type": "GET", | "async": true}',
      'url',
      '{"type": "GET", "url": "", "async": true}',
    ],
    ['the end, after a comma', '{"type": "GET",|}', 'url', '{"type": "GET","url": ""}'],
    ['the end, where a comma is missing', '{"type": "GET"\n |}', 'url', '{"type": "GET",\n "url": ""}'],
    ['a word where a comma is missing', '{"type": "GET"\n "ur|"\n}', 'url', '{"type": "GET",\n "url": ""\n}'],
    [
      'a place before a comma',
      '{"type": "GET" |, "async": true}',
      'url',
      '{"type": "GET", "url": "", "async": true}',
    ],
    ['a place after an object', '{"headers": {"a": ["}"]} |}', 'url', '{"headers": {"a": ["}"]}, "url": ""}'],
    [
      'a key that has its value',
      '{"u|": "https://x", "async": true}',
      'url',
      '{"url": "https://x", "async": true}',
    ],
    ['a key whose value is missing', '{"u|": , "async": true}', 'url', '{"url": , "async": true}'],
    ['a key after one without a value', '{"type": \n"u|": "x"}', 'url', '{"type": \n"url": "x"}'],
    ['the same key', '{"ur|l": "x"}', 'url', '{"url": "x"}'],
    ['a key before a bracket too many', '{"ur|"]}', 'url', '{"url": ""]}'],
    ['a choice, with its default', '{|}', 'authType', '{"authType": "none"}'],
    ['a toggle, with its default', '{|}', 'async', '{"async": false}'],
    ['a number, with its default', '{|}', 'timeout', '{"timeout": 8000}'],
    [
      'strings with brackets and escapes before it',
      '{"url": "{\\"|x\\\\", |}'.replace('|', ''),
      'async',
      '{"url": "{\\"x\\\\", "async": false}',
    ],
  ] as const) {
    it(`inserts in the place of ${name}`, () => assert.equal(accepted(config, label), expected));
  }

  it('offers the choices of a value, the default first', () => {
    const find = (label: string) =>
      offered(chart({ type: 'httpRequest', config: '{|}' })).find((offer) => offer.label === label);
    assert.deepEqual(find('payloadType')?.insert.choices, ['"json"', '"text"', '"form-data"']);
    assert.deepEqual(find('async')?.insert.choices, ['false', 'true']);
    assert.deepEqual(find('url')?.insert.choices, []);
  });

  it('says what a key takes and when it counts', () => {
    const find = (label: string) =>
      offered(chart({ type: 'httpRequest', config: '{|}' })).find((offer) => offer.label === label);
    assert.equal(find('type')?.detail, 'choice, required');
    assert.match(
      find('timeout')?.documentation ?? '',
      /From 2000 to 30000\.\n\nUnset, it is `8000`\.\n\nCounts only while `async` is `true`\./,
    );
    assert.match(find('url')?.documentation ?? '', /^The address/);
  });

  it('offers nothing in deeper values, and nothing for a type that nobody declares', () => {
    assert.deepEqual(labels(chart({ type: 'httpRequest', config: '{"headers": {|}}' })), []);
    assert.deepEqual(labels(chart({ type: 'httpRequest', config: '{"headers": [|]}' })), []);
    assert.deepEqual(labels(chart({ type: 'httpRequest', config: '{"type" |}' })), []);
    assert.deepEqual(labels(chart({ type: 'neverHeardOf', config: '{|}' })), []);
    assert.deepEqual(labels('{"nodes": [{"type": "say", "mock": {"type": "|"}}]}'), []);
    assert.deepEqual(labels('{"nodes": [|]}'), []);
    assert.deepEqual(labels('|'), []);
    assert.deepEqual(labels('"|"'), []);
  });

  it('offers the same while the node is typed in a file that was sound before', () => {
    const before = new JsonDocument(chart({ type: 'httpRequest', config: '{}' }, { type: 'say' }));
    const { text, offset } = atCursor(chart({ type: 'httpRequest', config: '{"ur|}' }, { type: 'say' }));
    const offers = complete(before.withText(text), offset, catalog, english);
    const url = offers.find(({ label }) => label === 'url');
    assert.ok(url);
    assert.equal(url.filter, '"url"');
    assert.equal(accept(text, url), chart({ type: 'httpRequest', config: '{"url": ""}' }, { type: 'say' }));
  });
});

describe('Completion of choices', () => {
  it('offers those of a field, the default marked', () => {
    const offers = offered(chart({ type: 'httpRequest', config: '{"payloadType": |}' }));
    assert.deepEqual(
      offers.map(({ label, detail }) => [label, detail]),
      [
        ['json', 'default'],
        ['text', ''],
        ['form-data', ''],
      ],
    );
    assert.deepEqual(labels(chart({ type: 'httpRequest', config: '{"url": "|"}' })), []);
    assert.deepEqual(labels(chart({ type: 'httpRequest', config: '{"neverHeardOf": |}' })), []);
  });

  for (const [name, config, label, expected] of [
    ['nothing', '{"type": |}', 'POST', '{"type": "POST"}'],
    ['nothing, after a key without a value', '{"url": "type": |}', 'POST', '{"url": "type": "POST"}'],
    ['nothing, right after the colon', '{"type":|}', 'POST', '{"type":"POST"}'],
    ['a half-typed string', '{"type": "PO|"}', 'POST', '{"type": "POST"}'],
    ['a string that nobody closed', '{"type": "PO|}', 'POST', '{"type": "POST"}'],
    ['another choice', '{"type": "|GET", "async": true}', 'POST', '{"type": "POST", "async": true}'],
    ['a word', '{"async": tr|}', 'true', '{"async": true}'],
    ['a string that should be no string', '{"async": "tr|"}', 'true', '{"async": true}'],
    [
      'nothing before another property',
      '{"async": |\n "type": "GET"}',
      'true',
      '{"async": true,\n "type": "GET"}',
    ],
  ] as const) {
    it(`inserts in the place of ${name}`, () => assert.equal(accepted(config, label), expected));
  }
});

describe('Completion of node types', () => {
  const node = (type: string, extension = '@cognigy/basic-nodes') =>
    `{"nodes": [{"type": ${type}, "extension": "${extension}"}]}`;

  it('offers every type by its name on the platform, those of the node’s Extension first', () => {
    const offers = offered(node('"|"'));
    assert.ok(offers.length > 130);
    assert.deepEqual(
      offers.find(({ label }) => label === 'httpRequest')?.detail,
      'HTTP Request · @cognigy/basic-nodes',
    );
    assert.match(offers.find(({ label }) => label === 'httpRequest')?.documentation ?? '', /^Calls|^Sends/);
    assert.equal(offers[0]?.detail, 'Start · @cognigy/basic-nodes');
    assert.match(offered(node('"|"', '@cognigy/mongodb'))[0]?.detail ?? '', /@cognigy\/mongodb$/);
  });

  it('offers a name once, of the node’s own Extension where two have it', () => {
    for (const extension of ['@cognigy/voicegateway', '@cognigy/voicegateway2']) {
      const hangups = offered(node('"|"', extension)).filter(({ label }) => label === 'hangup');
      assert.deepEqual(
        hangups.map(({ detail }) => detail.split(' · ').at(-1)),
        [extension],
      );
    }
  });

  it('offers what is only noted down of public Extensions to their own nodes', () => {
    const { extension, type } = catalog.nodeTypes.find(({ rank }) => rank === 'recorded') ?? {};
    assert.ok(extension && type);
    assert.ok(!labels(node('"|"')).includes(type));
    assert.ok(labels(node('"|"', extension)).includes(type));
  });

  it('offers them in a package’s node, which is the whole file', () => {
    assert.ok(labels('{"type": "|", "extension": "x", "localizedData": []}').includes('httpRequest'));
  });

  it('replaces the type and nothing else', () => {
    for (const type of ['"|"', '"ht|"', '|', 'ht|']) {
      const offer = offered(node(type)).find(({ label }) => label === 'httpRequest');
      assert.ok(offer, type);
      assert.equal(accept(atCursor(node(type)).text, offer), node('"httpRequest"'));
    }
  });

  it('leaves keys that every node has to the JSON schema', () => {
    assert.deepEqual(labels('{"nodes": [{"|": 1}]}'), []);
    assert.deepEqual(labels('{"nodes": [{"label": "|"}]}'), []);
  });
});
