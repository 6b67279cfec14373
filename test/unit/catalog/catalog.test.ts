import assert from 'node:assert/strict';
import { Catalog, isSelected } from '../../../src/core/catalog/catalog';
import { evaluateCondition, type ConditionKeys } from '../../../src/core/catalog/condition';
import { shippedCatalog } from '../../support/catalog';

const nothing: ConditionKeys = { defaultOf: () => undefined, isPossible: () => true };

describe('Catalog', () => {
  const catalog = shippedCatalog();

  it('knows which type a field accepts by extension, node type and key, never by key alone', () => {
    const typeOf = (extension: string, type: string, key: string) =>
      catalog.nodeType(extension, type)?.connectionFields.find((field) => field.key === key)?.connectionType
        .type;
    assert.equal(typeOf('@cognigy/basic-nodes', 'httpRequest', 'oAuth2Connection'), 'http_oauth2');
    assert.equal(typeOf('@cognigy/smtp', 'sendEmail', 'oAuth2Connection'), 'email_oauth2');
    assert.equal(typeOf('@cognigy/smtp', 'sendEmail', 'connection'), 'SMTP');
    assert.equal(typeOf('@cognigy/smtp', 'sendEmail', 'serviceConnection'), 'EmailService');
    assert.equal(typeOf('8x8', 'sendSMS', 'connection'), 'sms8x8');
    assert.equal(catalog.nodeType('@cognigy/basic-nodes', 'aNodeOfTheFuture'), undefined);
  });

  it('knows the fields of a connection type, and which types no node accepts', () => {
    const basic = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
    assert.deepEqual(
      catalog.connectionType(basic)?.fields.map(({ fieldName }) => fieldName),
      ['username', 'password'],
    );
    assert.equal(catalog.isAcceptedByNodes(basic), true);
    const provider = { extension: '@cognigy/generative-ai-provider', type: 'OpenAIProvider' };
    assert.equal(catalog.isAcceptedByNodes(provider), false);
  });

  it('lets the first source hide what later ones say of the same type', () => {
    const source = (field: string) => ({
      connectionTypes: [
        {
          extension: 'e',
          type: 't',
          rank: 'declared' as const,
          fields: [{ fieldName: field, required: true }],
        },
      ],
      nodeTypes: [],
    });
    const ranked = new Catalog([source('first'), source('second')]);
    assert.equal(ranked.connectionType({ extension: 'e', type: 't' })?.fields[0]?.fieldName, 'first');
  });

  it('says by authType which of the four fields of an HTTP Request counts', () => {
    const node = catalog.nodeType('@cognigy/basic-nodes', 'httpRequest')!;
    const selected = (config: Record<string, unknown>) =>
      node.connectionFields
        .filter((field) => isSelected(field, config, node) !== false)
        .map(({ key }) => key);
    assert.deepEqual(selected({ authType: 'basic' }), ['basicConnection']);
    assert.deepEqual(selected({ authType: 'none' }), []);
    assert.deepEqual(selected({}), [], 'the default is none');
    assert.equal(selected({ authType: '{{context.auth}}' }).length, 4, 'decided at run time');
  });

  it('knows two public Extensions of the same name by their nodes', () => {
    for (const [node, type] of [
      ['uploadToAWSBucket', 'aws'],
      ['uploadToSecureHub', 'securehub'],
    ] as const) {
      const fields = catalog.nodeType('file-upload', node)?.connectionFields;
      assert.equal(fields?.[0]?.connectionType.type, type);
      assert.ok(catalog.connectionType({ extension: 'file-upload', type }));
    }
  });

  it('takes no field for unused where the condition is only recorded', () => {
    const node = catalog.nodeType('elastic-search', 'search')!;
    const selected = (config: Record<string, unknown>) =>
      node.connectionFields.map((field) => isSelected(field, config, node));
    assert.deepEqual(selected({ authentication: 'basic' }), [undefined, true, undefined]);
    assert.deepEqual(selected({}), [undefined, undefined, undefined]);
  });
});

describe('A node type', () => {
  const catalog = shippedCatalog();
  const core = (type: string) => catalog.nodeType('@cognigy/basic-nodes', type)!;

  it('has its fields with default, choices, bounds and condition', () => {
    const { fields } = core('httpRequest');
    assert.deepEqual(fields.get('type')?.enum, ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);
    assert.equal(fields.get('type')?.required, true);
    assert.equal(fields.get('authType')?.default, 'none');
    const { min, max, condition } = fields.get('retryAttempts')!;
    assert.deepEqual([min, max, condition], [0, 3, { key: 'async', value: true }]);
  });

  it('has its branches, and a head of a branch the type it belongs to', () => {
    assert.deepEqual(core('if').children, ['then', 'else']);
    assert.equal(core('then').parentType, 'if');
    assert.equal(core('then').isFixed, true);
    assert.equal(core('case').isFixed, false);
    assert.equal(core('generativeSlotFillerSuccess').parentType, undefined, 'it names itself');
  });

  it('is only recorded where no more than names is known', () => {
    assert.equal(core('httpRequest').rank, 'declared');
    assert.equal(catalog.nodeType('8x8', 'sendSMS')?.rank, 'recorded');
    assert.equal(catalog.connectionType({ extension: '8x8', type: 'sms8x8' })?.rank, 'recorded');
  });

  it('knows what takes the place of a deprecated connection type', () => {
    const extension = '@cognigy/generative-ai-provider';
    assert.deepEqual(catalog.replacementOf({ extension, type: 'AzureOpenAIProvider' }), {
      extension,
      type: 'AzureOpenAIProviderV2',
    });
    assert.equal(catalog.replacementOf({ extension, type: 'OpenAIProvider' }), undefined);
  });
});

describe('evaluateCondition', () => {
  it('takes unset, null and the empty string for the same', () => {
    for (const value of ['', null, undefined]) {
      assert.equal(evaluateCondition({ key: 'a', value }, {}, nothing), true);
      assert.equal(evaluateCondition({ key: 'a', value: 'x' }, { a: value }, nothing), false);
    }
  });

  it('takes the default for a key that is unset', () => {
    assert.equal(
      evaluateCondition({ key: 'a', value: 'x' }, { a: '' }, { ...nothing, defaultOf: () => 'x' }),
      true,
    );
  });

  it('knows nothing of a value that is no choice (8.7)', () => {
    const keys = { ...nothing, isPossible: (_key: string, value: unknown) => value !== 'basci' };
    const config = { a: 'basci' };
    assert.equal(evaluateCondition({ key: 'a', value: 'basic' }, config, keys), undefined);
    assert.equal(evaluateCondition({ key: 'a', value: 'basic', negate: true }, config, keys), undefined);
    assert.equal(evaluateCondition({ key: 'a', value: 'basci' }, config, keys), true, 'asked for by name');
    assert.equal(evaluateCondition({ key: 'a', value: 'basic' }, { a: 'none' }, keys), false);
  });

  it('finds a part of another key by its dotted name', () => {
    const condition = { key: 'a.b', value: 1 };
    assert.equal(evaluateCondition(condition, { a: { b: 1 } }, nothing), true);
    assert.equal(evaluateCondition(condition, { a: 'x' }, nothing), false);
  });

  it('negates, and combines what is not known', () => {
    const known = { key: 'a', value: 1 };
    const unknown = { key: 'b', value: 1 };
    const config = { a: 1, b: '{{x}}' };
    assert.equal(evaluateCondition({ ...known, negate: true }, config, nothing), false);
    assert.equal(evaluateCondition({ or: [unknown, known] }, config, nothing), true);
    assert.equal(evaluateCondition({ and: [unknown, known] }, config, nothing), undefined);
    assert.equal(evaluateCondition({ and: [unknown, { ...known, negate: true }] }, config, nothing), false);
  });
});
