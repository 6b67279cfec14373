import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { cached } from '../../scripts/lib/cacheFolder.mjs';
import { runNpm } from '../../scripts/lib/command.mjs';

/** The package that ships the schema, as OASIS has it. */
const source = '@microsoft/sarif-multitool-linux';
const version = '5.7.0';

/** The problems that the SARIF 2.1.0 schema has with a value. The schema is fetched from npm once, into the cache. */
export async function sarifErrors(value: unknown): Promise<readonly unknown[]> {
  const folder = await cached(`sarif-schema-${version}`, async (unfinished) => {
    const args = ['install', '--prefix', unfinished, '--ignore-scripts', '--silent', '--force'];
    const { code } = await runNpm([...args, `${source}@${version}`]);
    if (code !== 0) throw new Error('The SARIF schema could not be had: connect to the npm registry.');
  });
  const schema = readFileSync(join(folder, 'node_modules', source, 'sarif-2.1.0.json'), 'utf8');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(schema) as object);
  return validate(value) ? [] : (validate.errors ?? []);
}
