import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { placeOf } from '../../../src/core/flow/filePlace';
import { isObject } from '../../../src/core/json/narrow';
import { strictFlowSchema } from '../../../src/core/validation/strictSchema';
import { shippedCatalog } from '../../support/catalog';
import { runCommandLine } from '../../support/commandLine';
import { httpNode, referenceId } from '../../support/flows';

const schema = strictFlowSchema(shippedCatalog());

describe('The strict schema of flows', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const check = ajv.compile(schema);
  const errorsOf = (value: unknown) => {
    if (check(value)) return [];
    const errors = (check.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return [...new Set(errors.map(({ instancePath }) => instancePath))].sort();
  };
  const node = (type: string, config: object, extension = '@cognigy/basic-nodes') => ({
    ...httpNode('1', 'x', { ...config }),
    ...{ type, extension },
  });
  /** Where in a node's config something is wrong. */
  const wrong = (type: string, config: object, extension?: string) =>
    errorsOf({ nodes: [node(type, config, extension)] }).map((path) => path.replace('/nodes/0/config/', ''));

  it('is one of draft-07', () => {
    assert.equal(ajv.validateSchema(schema), true);
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    // RFC 6901, which Ajv does not take so strictly.
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#([^"]*)"/g)];
    assert.ok(references.length > 200);
    for (const [, fragment = ''] of references) {
      const [, ...keys] = decodeURIComponent(fragment).split('/');
      const value = keys.reduce<unknown>(
        (part, key) => isObject(part) && part[key.replaceAll('~1', '/').replaceAll('~0', '~')],
        schema,
      );
      assert.ok(isObject(value), fragment);
    }
  });

  for (const root of ['test/fixtures/samples', 'test/fixtures/samples-2026', 'media/sample']) {
    it(`is kept by the real files in ${root}`, () => {
      const kinds = ['flow', 'packageNode', 'packageChart'];
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => kinds.includes(placeOf(path)?.kind ?? ''));
      assert.ok(files.length > 1);
      const found = files.flatMap((path) =>
        errorsOf(JSON.parse(readFileSync(join(root, path), 'utf8'))).map(
          (at) => `${path.split('/')[0]} ${at}`,
        ),
      );
      // A generated package has choices that the catalogue doesn't have, which the platform runs.
      const keys = ['authType', 'debugLogging', 'errorLogging', 'payloadType'];
      const place = '07-import-quirks-package-2026.13-generated /localizedData/0/config';
      assert.deepEqual(found, root.endsWith('2026') ? keys.map((key) => `${place}/${key}`) : []);
    });
  }

  it('finds what a setting can’t take', () => {
    const config = {
      ...{
        type: 'GETT',
        authType: 'basik',
        basicConnection: 'My Connection',
        timeout: 1999,
        retryAttempts: '3 times',
      },
      ...{
        abortOnError: 'yes',
        storeResponseHeaders: 1,
        url: 5,
        payloadJSON: true,
        apiKeyXKeyConnection: '{{ci.x}}',
      },
    };
    assert.deepEqual(wrong('httpRequest', config), Object.keys(config).sort());
    assert.deepEqual(wrong('httpRequest', { timeout: 2000, retryAttempts: 4 }), ['retryAttempts']);
    const transfer = { recognitionChannel: '1', dialTimeout: 300.5 };
    assert.deepEqual(wrong('transfer', transfer, '@cognigy/voicegateway2'), [
      'dialTimeout',
      'recognitionChannel',
    ]);
  });

  it('lets pass what is unset, computed, or not known', () => {
    for (const value of ['', null, '{{context.x}}', 'a [[snippet-e30=]]']) {
      const keys = ['type', 'authType', 'timeout', 'retryAttempts', 'abortOnError', 'url', 'payloadJSON'];
      assert.deepEqual(wrong('httpRequest', Object.fromEntries(keys.map((key) => [key, value]))), []);
    }
    const connection = {
      basicConnection: referenceId('b'),
      oAuth2Connection: '',
      apiKeyXKeyConnection: null,
    };
    assert.deepEqual(wrong('httpRequest', { ...connection, newKey: 5, timeout: '2500', async: 'true' }), []);
    const recorded = shippedCatalog().nodeTypes.find(({ rank }) => rank === 'recorded');
    const [field] = recorded?.connectionFields ?? [];
    assert.ok(recorded && field);
    assert.deepEqual(wrong(recorded.type, { [field.key]: 'x' }, recorded.extension), []);
    assert.deepEqual(wrong('llmPromptV3', { timeout: 'soon' }), []);
    assert.deepEqual(wrong('httpRequest', { timeout: 'soon' }, 'my-extension'), []);
  });

  it('is the same for a flow in each of its shapes', () => {
    const broken = node('httpRequest', { timeout: 1 });
    const { config, ...others } = broken;
    for (const [value, place] of [
      [{ relations: [], nodes: [broken] }, '/nodes/0/config'],
      [[broken], '/0/config'],
      [[{ node: broken._id, _data: broken }], '/0/_data/config'],
      [{ items: [broken] }, '/items/0/config'],
      [{ chart: { relations: [], nodes: [broken] } }, '/chart/nodes/0/config'],
      [{ ...others, localizedData: [{ config }] }, '/localizedData/0/config'],
    ] as const)
      assert.deepEqual(errorsOf(value), [`${place}/timeout`]);
    assert.deepEqual(errorsOf({ name: 'orders', edges: [] }), ['']);
    assert.deepEqual(errorsOf({ nodes: [{ ...node('say', {}), _id: '1', referenceId: 'x', label: 5 }] }), [
      ...['/nodes/0/_id', '/nodes/0/label', '/nodes/0/referenceId'],
    ]);
  });

  it('is printed by the command line, or written to a file', async () => {
    const { path, remove } = temporaryFolder('schema');
    try {
      const { exitCode, stdout } = await runCommandLine(path, 'schema');
      assert.deepEqual([exitCode, JSON.parse(stdout)], [0, schema]);
      const written = await runCommandLine(path, 'schema', '--out', 'flow.json');
      assert.deepEqual(written, { exitCode: 0, stdout: '', stderr: '' });
      assert.equal(readFileSync(join(path, 'flow.json'), 'utf8'), stdout);
      const failed = await runCommandLine(path, 'schema', '--out', 'no/flow.json');
      assert.equal(failed.exitCode, 2);
      assert.match(failed.stderr, /^flow-connections: .*no.flow\.json/);
    } finally {
      remove();
    }
  });
});
