import assert from 'node:assert/strict';
import { familyOf, formOf, offeredTypes, typeLabel } from '../../../src/core/connection/types';
import { iconOf } from '../../../src/core/connection/types/typeIcon';
import { english } from '../../../src/core/english';
import { shippedCatalog } from '../../support/catalog';

const catalog = shippedCatalog();
const core = catalog.connectionTypes.filter(({ extension }) => extension.startsWith('@cognigy/'));

/** What may be shown in a form of the platform's own types; everything else is secret. */
const plainFields = new Set([
  'host',
  'port',
  'database',
  'username',
  'user',
  'region',
  'bucketName',
  'containerName',
  'clientEmail',
  'projectId',
  'apiVersion',
  'tlsOption',
  'oAuth2Url',
  'oauthUrl',
  'accessUrl',
  'endpointUrl',
  'oAuth2Scope',
  'scope',
]);

describe('The forms of the platform’s own types', () => {
  it('are 27, each of its own making', () => {
    assert.equal(core.length, 27);
    for (const type of core) {
      assert.ok(familyOf(type), type.type);
      if (type.type !== 'SMTP') assert.notEqual(typeLabel(type, english), type.type);
    }
  });

  it('have exactly the fields that the platform declares, and as required, but for the file token', () => {
    for (const type of core) {
      const { fields } = formOf(type, catalog, english);
      const declared = new Map(type.fields.map(({ fieldName, required }) => [fieldName, required]));
      assert.deepEqual(fields.map(({ name }) => name).toSorted(), [...declared.keys()].toSorted(), type.type);
      for (const { name, isRequired } of fields) {
        if (name === 'fileToken' || name === 'oAuth2Scope') continue;
        assert.equal(isRequired, declared.get(name), `${type.type}.${name}`);
      }
    }
  });

  it('show what is on the list, and no other field', () => {
    for (const type of core) {
      for (const { name, isSecret } of formOf(type, catalog, english).fields) {
        assert.equal(isSecret, !plainFields.has(name), `${type.type}.${name}`);
      }
    }
  });

  it('have names of their own', () => {
    const labels = core.map((type) => typeLabel(type, english));
    assert.equal(new Set(labels).size, labels.length);
  });

  it('check ports, hosts and addresses', () => {
    const check = (extension: string, type: string, name: string, value: string) =>
      formOf({ extension, type }, catalog, english)
        .fields.find((field) => field.name === name)
        ?.check?.(value);
    for (const port of ['1', '587', '65535'])
      assert.equal(check('@cognigy/smtp', 'SMTP', 'port', port), undefined);
    for (const port of ['0', '65536', '5 87', '-1', 'smtp', '1e3'])
      assert.match(check('@cognigy/smtp', 'SMTP', 'port', port) ?? '', /1 to 65535/, port);
    assert.equal(check('@cognigy/mssql', 'mssql', 'host', 'db.example.com'), undefined);
    assert.match(check('@cognigy/mssql', 'mssql', 'host', 'https://db.example.com') ?? '', /alone/);
    const url = (value: string) => check('@cognigy/basic-nodes', 'http_oauth2', 'oAuth2Url', value);
    assert.equal(url('https://login.example.com/token?tenant=1'), undefined);
    for (const value of ['login.example.com', 'ftp://example.com', 'https://']) assert.ok(url(value), value);
  });

  it('take an address for a secret when a password or a query stands in it', () => {
    const { fields } = formOf({ extension: '@cognigy/basic-nodes', type: 'http_oauth2' }, catalog, english);
    const isSecret = (value: string) =>
      fields.find(({ name }) => name === 'oAuth2Url')?.isSecretValue?.(value);
    assert.equal(isSecret('https://login.example.com/token'), false);
    for (const value of [
      'https://me:pw@login.example.com/',
      'https://login.example.com/?key=1',
      'no address',
    ])
      assert.equal(isSecret(value), true, value);
  });
});

describe('formOf', () => {
  it('makes all fields of an Extension’s type secret, labelled by their names', () => {
    const extension = catalog.connectionTypes.find(
      ({ rank, fields }) => rank === 'recorded' && fields.length > 1,
    );
    assert.ok(extension);
    const form = formOf(extension, catalog, english);
    assert.deepEqual(
      form.fields.map(({ name }) => name),
      extension.fields.map(({ fieldName }) => fieldName),
    );
    assert.ok(form.fields.every(({ isSecret }) => isSecret));
    assert.equal(form.hasPlainChoice, true);
    assert.equal(form.isFree, false);
  });

  it('leaves the fields of a type that nobody declares to the user', () => {
    const form = formOf({ extension: '@acme/crm', type: 'crm' }, catalog, english);
    assert.deepEqual(form.fields, []);
    assert.equal(form.isFree, true);
  });
});

describe('iconOf', () => {
  it('tells the kinds of authentication apart, and other types by family', () => {
    const iconOfCore = (type: string) => iconOf(core.find((one) => one.type === type) ?? assert.fail(type));
    const types = ['http_basic', 'http_oauth2', 'http_apiKeyXKey', 'mssql', 'SMTP', 'AwsBedrockProvider'];
    assert.deepEqual(types.map(iconOfCore), ['account', 'shield', 'key', 'database', 'mail', 'cloud']);
  });

  it('is that of Extensions for all that others declare', () => {
    assert.equal(iconOf({ extension: '@acme/crm', type: 'http_basic' }), 'extensions');
    assert.equal(iconOf({ extension: '@cognigy/new-nodes', type: 'new' }), 'cloud');
  });
});

describe('offeredTypes', () => {
  it('offers every type but the deprecated one, those of HTTP Request first', () => {
    const offered = offeredTypes(catalog);
    assert.deepEqual(
      offered[0]?.types.map((type) => typeLabel(type, english)),
      ['Basic Auth', 'OAuth2', 'API Key (Authorization)', 'API Key (X-Api-Key)'],
    );
    const types = offered.flatMap((family) => family.types.map(({ type }) => type));
    assert.equal(types.length, 26);
    assert.ok(!types.includes('AzureOpenAIProvider'));
  });
});
