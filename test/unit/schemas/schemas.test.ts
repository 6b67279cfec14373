import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONSchema } from 'vscode-json-languageservice';
import { placeOf } from '../../../src/core/flow/filePlace';
import { rules } from '../../../src/core/validation/rules';
import { shippedCatalog } from '../../support/catalog';
import { JsonLanguageService } from '../../support/jsonLanguageService';

const chart = 'agent/flows/Main/en-US/chart.json';
const embedded = 'agent/flows/Main/chart/chart.json';
const connections = '.cognigy/connections.json';
const validation = '.cognigy/validation.json';

function readSchema(name: string): JSONSchema {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as JSONSchema;
}

/** The files of the repository that a schema is for, which are valid JSON. */
function filesWithSchema(): string[] {
  return ['test/fixtures', 'media/sample'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((path) => ['flow', 'connectionsFile', 'ruleSettings'].includes(placeOf(path)?.kind ?? ''))
      .filter((path) => !path.startsWith('test/fixtures/trials/') && statSync(path).isFile() && isJson(path)),
  );
}

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

describe('The JSON schemas', () => {
  const service = new JsonLanguageService();

  it('are those of the files that they are contributed for', async () => {
    for (const path of [chart, embedded, 'a b/flows/Mäin/chart/chart.json', 'weather.flow.json']) {
      assert.match(await service.hover(path, '{ "relat|ions": [] }'), /Where each node stands/, path);
    }
    for (const path of [connections, 'agents/.cognigy/connections.sales.json']) {
      assert.match(await service.hover(path, '{ "connec|tions": [] }'), /Connections/, path);
    }
    assert.match(await service.hover(validation, '{ "ru|les": {} }'), /Problems by their code/);
    for (const path of ['flows/Main/chart.json', 'agent/connections/Orders.json', 'flow.json']) {
      assert.equal(await service.hover(path, '{ "relat|ions": [], "connections": [] }'), '', path);
    }
  });

  it('report nothing in the samples and fixtures', async () => {
    const files = filesWithSchema();
    assert.ok(files.length > 20, `${files.length} files`);
    for (const path of files) {
      assert.deepEqual(await service.problems(path, readFileSync(path, 'utf8')), [], path);
    }
  });

  it('offer the keys of a flow, in both shapes', async () => {
    assert.deepEqual(await service.completions(chart, '{ | }'), [
      '_id',
      'nodes',
      'relations',
      'resourceReference',
    ]);
    const keys = await service.completions(chart, '{ "nodes": [{ | }] }');
    for (const key of ['_id', 'type', 'extension', 'label', 'isDisabled', 'config', 'mock']) {
      assert.ok(keys.includes(key), key);
    }
    assert.deepEqual(await service.completions(embedded, '[{ "_data": { | } }]'), keys);
    const relation = await service.completions(chart, '{ "relations": [{ | }] }');
    for (const key of ['node', 'children', 'next']) assert.ok(relation.includes(key), key);
  });

  it('say what the keys of a flow mean, in both shapes', async () => {
    const expected = /Whether execution skips the node/;
    assert.match(await service.hover(chart, '{ "nodes": [{ "isDis|abled": "" }] }'), expected);
    assert.match(await service.hover(embedded, '[{ "_data": { "isDisabled": fal|se } }]'), expected);
    assert.match(await service.hover(embedded, '[{ "_d|ata": {} }]'), /A node of the flow/);
    assert.match(await service.hover(chart, '{ "relations": [{ "ne|xt": null }] }'), /comes after this one/);
  });

  it('offer and explain the keys of a connections file', async () => {
    const text = '{ "connections": [{ | }] }';
    assert.deepEqual(await service.completions(connections, text), [
      'description',
      'extension',
      'name',
      'plainFields',
      'referenceId',
      'rotatedOn',
      'temporary',
      'type',
    ]);
    const entries = await service.completions(connections, '{ "connections": [|] }');
    assert.ok(entries.includes('Basic Auth'), entries.join());
    assert.match(await service.hover(connections, '{ "connections": [{ "ty|pe": "" }] }'), /which fields/);
  });

  it('report nothing in a connections file, which the rules judge', async () => {
    for (const value of [{ connections: [{ referenceId: 'x' }, 5] }, { version: 2, connections: {} }, []]) {
      assert.deepEqual(await service.problems(connections, JSON.stringify(value)), []);
    }
  });

  it('offer the connection types of the catalogue, and no others', () => {
    const { definitions } = readSchema('connections') as {
      definitions: Record<string, { properties: Record<string, { examples: string[] }> }>;
    };
    const { extension, type } = definitions.connection!.properties;
    const { connectionTypes } = JSON.parse(readFileSync('schemas/core-catalog.json', 'utf8')) as {
      connectionTypes: { extension: string; type: string }[];
    };
    assert.deepEqual(new Set(extension!.examples), new Set(connectionTypes.map((entry) => entry.extension)));
    assert.deepEqual(new Set(type!.examples), new Set(connectionTypes.map((entry) => entry.type)));
  });

  it('make entries of types that the catalogue knows', () => {
    const { definitions } = readSchema('connections') as {
      definitions: Record<
        string,
        { defaultSnippets: { label: string; body: { extension: string; type: string } }[] }
      >;
    };
    const catalog = shippedCatalog();
    for (const { label, body } of definitions.connection!.defaultSnippets) {
      assert.ok(catalog.connectionType(body), label);
    }
  });

  it('report what settings of rules would do nothing', async () => {
    assert.deepEqual(
      await service.problems(
        validation,
        '{ "rules": { "cycle": "off", "duplicate-labels": "info" }, "x": 1 }',
      ),
      [],
    );
    assert.deepEqual(
      await service.problems(validation, '{ "rules": { "cycle": "loud", "circle": "off" } }'),
      [
        '"loud": The value must be error, warning, info, hint, or off.',
        '"circle": Unknown problem code. See docs/problems.md for the codes.',
      ],
    );
    const offered = await service.completions(validation, '{ "rules": { "cycle": | } }');
    assert.deepEqual(offered, ['"error"', '"hint"', '"info"', '"off"', '"warning"']);
    assert.equal((await service.completions(validation, '{ "rules": { | } }')).length, rules.length);
  });
});
