// @ts-check
import { build } from 'esbuild';
import { readJson } from './readJson.mjs';

/** @typedef {typeof import('../../src/core/validation/ruleDocuments')} Documents */
/** @typedef {typeof import('../../src/core/validation/rules')} Rules */
/** @typedef {typeof import('../../src/core/validation/flowSchema')} Schemas */
/** @typedef {{ contributes: { configuration: { properties: Record<string, object> } } }} Manifest */

/**
 * What is generated from the rules: the text of each file by its path, relative to the root of the repository, which is
 * the current folder.
 * @returns {Promise<Map<string, string>>}
 */
export async function makeRuleFiles() {
  const { rules, problemsPage, settingsSchema, severitySetting, sentenceBundle, flowSchema } =
    await loadRules();
  const manifest = /** @type {Manifest} */ (readJson('package.json'));
  const setting = manifest.contributes.configuration.properties['flowConnections.severities'];
  Object.assign(setting ?? {}, severitySetting(rules));
  return new Map([
    ['docs/problems.md', problemsPage(rules)],
    ['schemas/validation.schema.json', toText(settingsSchema(rules))],
    ['schemas/chart.schema.json', toText(flowSchema('chart'))],
    ['schemas/flow.schema.json', toText(flowSchema('handWritten'))],
    ['l10n/bundle.l10n.json', toText(sentenceBundle(rules))],
    ['package.json', toText(manifest)],
  ]);
}

/** @param {unknown} value */
function toText(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** @returns {Promise<Rules & Documents & Schemas>} */
async function loadRules() {
  const contents = `
    export * from './src/core/validation/ruleDocuments';
    export * from './src/core/validation/rules';
    export * from './src/core/validation/flowSchema';
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    mainFields: ['module', 'main'],
  });
  const text = outputFiles[0]?.text ?? '';
  const address = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
  return /** @type {Promise<Rules & Documents & Schemas>} */ (import(address));
}
