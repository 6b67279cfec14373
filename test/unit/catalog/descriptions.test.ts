import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCoreCatalog } from '../../../src/core/catalog/coreCatalog';
import { describeField, fieldTexts } from '../../../src/core/catalog/descriptions/describeField';
import { describeNodeType, nodeTypeTitle } from '../../../src/core/catalog/descriptions/describeNodeType';
import { english } from '../../../src/core/english';

const { nodeTypes } = readCoreCatalog(JSON.parse(readFileSync('schemas/core-catalog.json', 'utf8')));
const basic = '@cognigy/basic-nodes';

/** One line of a hover. */
const longest = 90;

/** Keys of the catalogue by how many node types have them. */
function countKeys(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fields } of nodeTypes) {
    for (const key of fields.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function assertIsSentence(text: string | undefined, what: string): void {
  assert.match(text ?? '', /^\S.*\.$/, what);
  assert.ok((text ?? '').length <= longest, `${what}: ${text?.length} characters`);
}

describe('The descriptions', () => {
  it('name and describe every node type of the catalogue', () => {
    assert.equal(nodeTypes.length, 141);
    for (const { extension, type } of nodeTypes) {
      const what = `${extension} ${type}`;
      assertIsSentence(describeNodeType(extension, type, english), what);
      assert.match(nodeTypeTitle(extension, type, english) ?? '', /^[A-Zx]\S*( \S+)*$/, what);
    }
  });

  it('name node types as the platform does', () => {
    assert.equal(nodeTypeTitle(basic, 'httpRequest', english), 'HTTP Request');
    assert.equal(nodeTypeTitle(basic, 'switch', english), 'Lookup');
    assert.equal(nodeTypeTitle('@cognigy/voicegateway', 'handover', english), 'Transfer');
    assert.equal(nodeTypeTitle(basic, 'handover', english), 'Handover');
  });

  it('say nothing of what they don’t know', () => {
    for (const [extension, type] of [
      [basic, 'aiAgentJob'],
      [basic, 'constructor'],
      ['constructor', 'name'],
      ['@cognigy/mongodb', 'say'],
      ['jira', 'say'],
    ] as const) {
      assert.equal(nodeTypeTitle(extension, type, english), undefined);
      assert.equal(describeNodeType(extension, type, english), undefined);
    }
    assert.equal(describeField('jira', 'search', 'connection', english), undefined);
    assert.equal(describeField(basic, 'say', 'constructor', english), undefined);
    assert.equal(describeField(basic, 'constructor', 'name', english), undefined);
    assert.equal(describeField('constructor', 'a', 'name', english), undefined);
  });

  it('describe no key that the catalogue doesn’t have, and none twice', () => {
    for (const [extension, types] of Object.entries(fieldTexts)) {
      const declared = nodeTypes.filter((entry) => entry.extension === extension);
      for (const [type, texts] of Object.entries(types)) {
        const having = declared.filter((entry) => type === '' || entry.type === type);
        for (const [key, text] of Object.entries(texts)) {
          const what = `${extension} ${type} ${key}`;
          assert.ok(
            having.some(({ fields }) => fields.has(key)),
            what,
          );
          assertIsSentence(text(english), what);
          assert.ok(type === '' || types['']?.[key]?.(english) !== text(english), `${what} is said already`);
        }
      }
    }
  });

  it('describe every Connection that a node can name, and every key of the HTTP Request', () => {
    for (const { extension, type, connectionFields } of nodeTypes) {
      for (const { key } of connectionFields) {
        assert.match(describeField(extension, type, key, english) ?? '', /Connection/, `${type} ${key}`);
      }
    }
    const httpRequest = nodeTypes.find(({ type }) => type === 'httpRequest');
    assert.ok(httpRequest);
    for (const [key, { type }] of httpRequest.fields) {
      if (type !== 'description') assert.ok(describeField(basic, 'httpRequest', key, english), key);
    }
  });

  it('describe the keys that many node types have', () => {
    const counts = countKeys();
    const missing = nodeTypes.flatMap(({ extension, type, fields }) =>
      [...fields.keys()]
        .filter((key) => (counts.get(key) ?? 0) >= 8)
        .filter((key) => describeField(extension, type, key, english) === undefined)
        .map((key) => `${type} ${key}`),
    );
    assert.deepEqual(missing, []);
  });

  it('tell apart what one key means in two node types', () => {
    assert.equal(describeField(basic, 'httpRequest', 'type', english), 'The HTTP method.');
    assert.equal(describeField(basic, 'question', 'type', english), 'What kind of answer is valid.');
    assert.equal(
      describeField(basic, 'completeText', 'storeLocation', english),
      'Where the answer goes: to the Input, to the Context, or at once to the user.',
    );
    assert.notEqual(
      describeField(basic, 'httpRequest', 'authType', english),
      describeField('@cognigy/smtp', 'sendEmail', 'authType', english),
    );
  });
});
