// @ts-check
/**
 * Regenerates schemas/core-catalog.json from the published npm package of the platform's REST client, whose build holds
 * the descriptors of all nodes: keys, types, choices, bounds and conditions, no sentences. `--check` compares instead of
 * writing, `--version x` takes another version. The package's code runs in a context of its own, without Node's
 * modules; what it asks for besides its own files is a stub.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { PlainError, runCommand, runMain, runNpm } from './lib/command.mjs';
import { loadIsolated } from './lib/loadIsolated.mjs';
import { temporaryFolder } from './lib/temporaryFolder.mjs';

const catalogFile = fileURLToPath(new URL('../schemas/core-catalog.json', import.meta.url));
const packageName = '@cognigy/rest-api-client';

/** The month in which each version that was read was published. */
const published = /** @type {Readonly<Record<string, string>>} */ ({ '0.19.0': '2024-12' });

/** The package names that flow files have for the modules of the build, in the order of the catalogue. */
const modules = /** @type {const} */ ([
  ['cognigyBasicModule', '@cognigy/basic-nodes'],
  ['cognigyMongoDBModule', '@cognigy/mongodb'],
  ['cognigySQLModule', '@cognigy/mssql'],
  ['cognigySMTPModule', '@cognigy/smtp'],
  ['cognigyVoiceGatewayModule', '@cognigy/voicegateway'],
  ['cognigyMicrosoftModule', '@cognigy/microsoft'],
  ['cognigyVoiceGateway2Module', '@cognigy/voicegateway2'],
  ['cognigyInternalStorageProviderModule', '@cognigy/internal-storage-provider'],
  ['cognigyGenerativeAIProviderModule', '@cognigy/generative-ai-provider'],
  ['cognigySpeechProviderModule', '@cognigy/audio-preview-provider'],
  ['cognigyTranslationProviderModule', '@cognigy/translation-provider'],
  ['cognigyDocumentParserProviderModule', '@cognigy/document-parser-provider'],
]);

/** Some nodes are only there with a feature of the installation; the catalogue knows them all. */
const features = { FEATURE_USE_MILESTONES: 'true', FEATURE_USE_COGNIGY_LIVE_AGENT: 'true' };

/**
 * @typedef {{ type: string, fields: { fieldName: string, required?: boolean }[] }} ConnectionDescriptor
 * @typedef {{
 *   key: string, type: string, defaultValue?: unknown, resetOption?: unknown, condition?: unknown,
 *   params?: { required?: boolean, options?: { value: unknown }[], min?: number, max?: number, connectionType?: string },
 * }} FieldDescriptor
 * @typedef {{
 *   type: string, parentType: string | null, dependencies: { children: string[] }, fields: FieldDescriptor[],
 *   constraints: { placement: unknown, creatable: boolean, deletable: boolean, movable: boolean },
 * }} NodeDescriptor
 * @typedef {{ nodes?: NodeDescriptor[], connections?: ConnectionDescriptor[] }} Module
 */

async function main() {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, version: { type: 'string', default: '0.19.0' } },
  });
  const build = join(
    await fetchPackage(values.version),
    'build',
    'shared',
    'charts',
    'descriptors',
    'index.js',
  );
  const found = /** @type {Record<string, Module>} */ (loadIsolated(build, features));
  const text = toText(values.version, found);
  if (values.check) {
    if (readFileSync(catalogFile, 'utf8') !== text)
      throw new PlainError('The catalogue differs from the package.');
    console.log('The catalogue is what the package says.');
  } else {
    writeFileSync(catalogFile, text);
  }
  return 0;
}

/** @param {string} version */
async function fetchPackage(version) {
  const folder = temporaryFolder('catalog').path;
  const packed = await runNpm(['pack', `${packageName}@${version}`, '--silent'], {
    cwd: folder,
    capture: true,
  });
  const archive = packed.output.trim().split(/\s+/).at(-1) ?? '';
  if (packed.code !== 0 || !archive.endsWith('.tgz'))
    throw new PlainError(`npm has no ${packageName} ${version}.`);
  const { code } = await runCommand('tar', ['-xzf', archive], { cwd: folder });
  if (code !== 0) throw new PlainError('The package could not be unpacked.');
  return join(folder, 'package');
}

/**
 * @param {string} version
 * @param {Record<string, Module>} found
 */
function toText(version, found) {
  const month = published[version];
  const source = `${packageName} ${version}${month ? ` (${month})` : ''}, public npm package; keys, types, enums, bounds, conditions only`;
  const connectionTypes = modules.flatMap(([name, extension]) =>
    (found[name]?.connections ?? []).map((entry) => toConnectionType(entry, extension)),
  );
  const nodeTypes = modules.flatMap(([name, extension]) =>
    (found[name]?.nodes ?? []).map((entry) => toNodeType(entry, extension)),
  );
  return [
    '{',
    `  "source": ${JSON.stringify(source)},`,
    '  "connectionTypes": [',
    toLines(connectionTypes),
    '  ],',
    '  "nodeTypes": [',
    toLines(nodeTypes),
    '  ]',
    '}',
    '',
  ].join('\n');
}

/** @param {readonly object[]} entries */
function toLines(entries) {
  return entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
}

/** @param {ConnectionDescriptor} entry @param {string} extension */
function toConnectionType({ type, fields }, extension) {
  return {
    extension,
    type,
    fields: fields.map(({ fieldName, required }) => ({
      fieldName,
      ...(required === false && { required }),
    })),
  };
}

/** @param {NodeDescriptor} entry @param {string} extension */
function toNodeType({ type, parentType, dependencies, constraints, fields }, extension) {
  const { placement, creatable, deletable, movable } = constraints;
  return {
    extension,
    type,
    ...(dependencies.children.length > 0 && { children: dependencies.children }),
    ...(parentType && { parentType }),
    placement,
    ...(!creatable && { creatable }),
    ...(!deletable && { deletable }),
    ...(!movable && { movable }),
    fields: fields.map(toField),
  };
}

/** @param {FieldDescriptor} field */
function toField({ key, type, defaultValue, params = {}, resetOption, condition }) {
  const { required, options, min, max, connectionType } = params;
  return {
    key,
    type,
    ...(defaultValue !== undefined && !isContent(defaultValue) && { default: defaultValue }),
    ...(required && { required }),
    ...(options && { enum: options.map(({ value }) => value) }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(connectionType && { connectionType }),
    ...(resetOption !== undefined && { resetOption }),
    ...(condition !== undefined && { condition }),
  };
}

const longestDefault = 200;

/**
 * Defaults in prose, and the one that lays out a whole screen, are the package's own work and none of the catalogue's
 * business.
 * @param {unknown} value
 */
function isContent(value) {
  return typeof value === 'string' ? value.includes(' ') : JSON.stringify(value).length > longestDefault;
}

await runMain(main);
