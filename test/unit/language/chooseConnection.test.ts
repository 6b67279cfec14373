import assert from 'node:assert/strict';
import { readFlowNodeAt, readFlowNodes } from '../../../src/core/flow/flowNode';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import type { TextEdit } from '../../../src/core/json/textEdit';
import {
  chooseConnection,
  chooseNone,
  connectionChoicesAt,
  connectionChoicesOf,
  emptyConnectionFields,
  type ConnectionChoices,
} from '../../../src/core/language/chooseConnection';
import { validateFlow } from '../../../src/core/validation/validateFlow';
import { applyEdits } from '../../../src/core/json/textEdit';
import { shippedCatalog } from '../../support/catalog';
import { atCursor } from '../../support/cursor';
import { readFixture, referenceId, sampleFlows } from '../../support/flows';
import { chart, ignorance } from '../../support/goldens';

const catalog = shippedCatalog();
const a = referenceId('a');
const b = referenceId('b');
const http = (config: string, more = '') => chart({ type: 'httpRequest', config, more });

/** The empty fields of a text: key, and what stands where it is asked for. */
function empty(text: string): string[] {
  return emptyConnectionFields(new JsonDocument(text), catalog).map(
    ({ key, offset }) => `${key} at ${text.slice(offset, offset + 6)}`,
  );
}

function choicesAt(marked: string) {
  const { text, offset } = atCursor(marked);
  return { text, choices: connectionChoicesAt(new JsonDocument(text), offset, catalog) };
}

/** A text after a Connection was chosen for the node at the cursor; none empties. */
function chosen(marked: string, key: string | undefined): string {
  const { text, choices } = choicesAt(marked);
  assert.ok(choices);
  const document = new JsonDocument(text);
  const edits =
    key === undefined ? chooseNone(document, choices) : chooseConnection(document, choices, key, b);
  return applyEdits(text, edits);
}

/** Edits stand in the node's config, one after the other, and what they make differs in the keys that are chosen alone. */
function assertOnlyFieldsChanged(
  document: JsonDocument,
  after: string,
  { config, allFields }: ConnectionChoices,
  edits: readonly TextEdit[],
): void {
  const holder = document.rangeOf(config.path);
  assert.ok(holder);
  let end = holder.offset + 1;
  for (const { offset, length, newText } of edits) {
    assert.ok(offset >= end && offset + length < holder.offset + holder.length);
    const replaced = document.text.slice(offset, offset + length);
    if (length > 0)
      assert.ok(
        [replaced, newText].every((one) => /^"[^"]*"$/.test(one)),
        replaced,
      );
    end = offset + length;
  }
  const chosen = new Set(['authType', ...allFields.map(({ key }) => key)]);
  const others = (value: object | undefined) =>
    Object.entries(value ?? {}).filter(([key]) => !chosen.has(key));
  const changed = readFlowNodeAt(JSON.parse(after), config.path)?.configs.find(
    ({ path }) => path.join() === config.path.join(),
  );
  assert.deepEqual(others(changed?.value), others(config.value));
}

describe('Empty fields for Connections', () => {
  it('are those that a node needs, by its own settings', () => {
    assert.deepEqual(empty(http('{"authType": "basic", "basicConnection": "", "oAuth2Connection": ""}')), [
      'basicConnection at "", "o',
    ]);
    assert.deepEqual(empty(http('{"authType": "oAuth2"}')), ['oAuth2Connection at "oAuth']);
    const mongo = chart({
      type: 'mongoFind',
      extension: '@cognigy/mongodb',
      config: '{"connection": "", "x": 1}',
    });
    assert.deepEqual(empty(mongo), ['connection at "", "x']);
  });

  it('are those of the public Extensions too, where a setting that is there says so', () => {
    const sms = chart({ type: 'sendSMS', extension: '8x8', config: '{"connection": "", "x": 1}' });
    assert.deepEqual(empty(sms), ['connection at "", "x']);
    const search = (config: string) => chart({ type: 'search', extension: 'elastic-search', config });
    assert.deepEqual(empty(search('{"authentication": "basic", "basicAuth": "", "x": 1}')), [
      'basicAuth at "", "x',
    ]);
    assert.deepEqual(empty(search('{"basicAuth": ""}')), []);
    const { choices } = choicesAt(search('{"|authentication": "basic"}'));
    assert.equal(choices?.fields.length, 3, 'a version of the project may have others');
  });

  it('are none where nothing is to do, or nobody can tell', () => {
    for (const text of [
      http('{"authType": "none", "basicConnection": ""}'),
      http(`{"authType": "basic", "basicConnection": "${a}"}`),
      http('{"authType": "{{context.x}}", "basicConnection": ""}'),
      http('{"authType": "basic", "basicConnection": ""}', '"isDisabled": true'),
      chart({ type: 'uploadOfTheFuture', extension: '8x8', config: '{"connection": ""}' }),
    ])
      assert.deepEqual(empty(text), [], text);
  });
});

describe('Choose Connection', () => {
  it('asks an HTTP Request for one of five kinds of authentication', () => {
    const { choices } = choicesAt(http('{"url": "|u", "authType": "basic"}'));
    assert.deepEqual(
      choices?.authentications.map(({ value, field, isCurrent }) => [value, field?.key, isCurrent]),
      [
        ['none', undefined, false],
        ['basic', 'basicConnection', true],
        ['oAuth2', 'oAuth2Connection', false],
        ['apiKeyAuthKey', 'apiKeyAuthKeyConnection', false],
        ['apiKeyXKey', 'apiKeyXKeyConnection', false],
      ],
    );
    assert.equal(choices.key, undefined);
  });

  it('asks other nodes for the field at the cursor, else for those that count', () => {
    const mail = (config: string) => chart({ type: 'sendEmail', extension: '@cognigy/smtp', config });
    const { choices } = choicesAt(mail('{"smtpType": "otherSmtp", "connection": "|"}'));
    assert.equal(choices?.key, 'connection');
    assert.deepEqual(choices.authentications, []);
    assert.deepEqual(
      choicesAt(mail('{"|smtpType": "Gmail", "authType": "oauth2"}')).choices?.fields.map(({ key }) => key),
      ['oAuth2Connection'],
    );
    assert.equal(choicesAt(chart({ type: 'say' }).replace('"say"', '"s|ay"')).choices, undefined);
  });

  it('is about the node that the cursor is in, in every shape, and about none outside of nodes', () => {
    const text = http('{"authType": "basic"}');
    const nodeOf = (marked: string) => choicesAt(marked).choices?.node.type;
    for (const inside of ['"type": "http|Request', '"la|bel": "http', '"auth|Type"', '|{"authType"'])
      assert.equal(nodeOf(text.replace(inside.replace('|', ''), inside)), 'httpRequest', inside);
    for (const outside of ['|{"_id": "000', '"rela|tions"', '"chil|dren": []', '"no|des": [\n', '[\n|{"_id"'])
      assert.equal(nodeOf(text.replace(outside.replace('|', ''), outside)), undefined, outside);
    const node = '{"_id": "n", "type": "httpRequest", "extension": "@cognigy/basic-nodes", "config": {}}';
    assert.equal(nodeOf(`[{"node": "m", "_data": {}}, {"ne|xt": null, "_data": ${node}}]`), 'httpRequest');
    assert.equal(nodeOf(`[|\n{"next": null, "_data": ${node}}]`), undefined);
    const localized = node.replace('"config": {}', '"localizedData": [{"config": {}}]');
    assert.equal(nodeOf(`|${localized}`), 'httpRequest', 'a package’s node is all of its file');
  });

  it('sets the authentication and its field, and leaves the others as they are', () => {
    const config = (auth: string, basic: string) =>
      `{"authType":  "${auth}",\r\n "basicConnection": "${basic}", "oAuth2Connection": "${a}"}`;
    assert.equal(chosen(http(config('oAuth2', '|')), 'basicConnection'), http(config('basic', b)));
  });

  it('adds what is missing at the end, written as its neighbours are', () => {
    assert.equal(
      chosen(http('{\n    "url": "|u"\n  }'), 'basicConnection'),
      http(`{\n    "url": "u",\n    "authType": "basic",\n    "basicConnection": "${b}"\n  }`),
    );
    assert.equal(
      chosen(http('{"url": "|u"}'), 'basicConnection'),
      http(`{"url": "u", "authType": "basic", "basicConnection": "${b}"}`),
    );
    const json = String.raw`"{\"x\":1}"`;
    assert.equal(
      chosen(http(`{"payloadJSON": ${json}, "url": "|u"}`), 'basicConnection'),
      http(`{"payloadJSON": ${json}, "url": "u", "authType": "basic", "basicConnection": "${b}"}`),
      'JSON in a string says nothing of the file',
    );
    assert.equal(
      chosen(http('{"url":"|u"}'), 'basicConnection'),
      http(`{"url":"u","authType":"basic","basicConnection":"${b}"}`),
    );
    assert.ok(chosen(http('{|}'), 'basicConnection').includes('"authType": "basic"'), 'as in other nodes');
  });

  it('empties all four fields with None, as the platform does', () => {
    const config = `{"authType": "|basic", "basicConnection": "${a}", "oAuth2Connection": "${b}", "apiKeyXKeyConnection": ""}`;
    assert.equal(
      chosen(http(config), undefined),
      http('{"authType": "none", "basicConnection": "", "oAuth2Connection": "", "apiKeyXKeyConnection": ""}'),
    );
  });

  it('finds a node again by its _id, and in a package the config of a locale', () => {
    const localized = (locale: string) => `{"config": {"authType": "basic"}, "localeReference": "${locale}"}`;
    const text = `{"_id": "n", "type": "httpRequest", "extension": "@cognigy/basic-nodes", "localizedData": [${localized('x')}, ${localized('y')}]}`;
    const document = new JsonDocument(text);
    const fields = emptyConnectionFields(document, catalog);
    assert.deepEqual(
      fields.map(({ address }) => address),
      [
        { node: 'n', locale: 'x' },
        { node: 'n', locale: 'y' },
      ],
    );
    const choices = connectionChoicesOf(document, { node: 'n', locale: 'y' }, catalog);
    assert.ok(choices);
    const after = applyEdits(text, chooseConnection(document, choices, 'basicConnection', a));
    assert.ok(after.endsWith(`{"authType": "basic", "basicConnection": "${a}"}, "localeReference": "y"}]}`));
    assert.equal(connectionChoicesOf(document, { node: 'gone' }, catalog), undefined);
  });

  it('changes nothing else in the samples, whatever is chosen, and makes no problem', () => {
    let count = 0;
    for (const sample of sampleFlows()) {
      for (const text of [readFixture(sample), readFixture(sample).replaceAll('\n', '\r\n')]) {
        const document = new JsonDocument(text);
        const before = validateFlow(document, catalog, ignorance).length;
        for (const node of readFlowNodes(document.value)) {
          const choices = connectionChoicesOf(document, { node: node.id ?? '' }, catalog);
          if (!choices) continue;
          const all = [
            chooseNone(document, choices),
            ...choices.allFields.map(({ key }) => chooseConnection(document, choices, key, a)),
          ];
          for (const edits of all) {
            const after = applyEdits(text, edits);
            assertOnlyFieldsChanged(document, after, choices, edits);
            // Leftovers under the other keys are hinted at, which is right.
            const found = validateFlow(new JsonDocument(after), catalog, ignorance);
            assert.ok(found.filter(({ code }) => code !== 'connection-stale').length <= before);
            count++;
          }
        }
      }
    }
    assert.ok(count > 20, String(count));
  });
});
