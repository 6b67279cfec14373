import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../support/commandLine';

interface Output {
  readonly problems: readonly {
    readonly severity: string;
    readonly code: string;
    readonly pointer: string;
  }[];
}

/** What is wrong with real files: the samples are cut-outs, and what was beside them is missing. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'cli-clone': [
    'warning locale-not-pushed',
    'warning locale-not-pushed',
    'warning target-missing flowNode/node',
  ],
  package: ['info target-missing flowNode/flow'],
  // What the platform takes on import and runs all the same.
  '07-import-quirks-package-2026.13-generated': [
    'info config-enum authType',
    'info config-enum debugLogging',
    'info config-enum errorLogging',
    'info config-enum payloadType',
    'info missing-end',
    'warning second-edge',
  ],
};

async function problemsIn(folder: string): Promise<string[]> {
  const { stdout } = await runCommandLine(folder, 'validate', '.', '--format', 'json');
  const { problems } = JSON.parse(stdout) as Output;
  return problems
    .map(({ severity, code, pointer }) => {
      const key = /\/config\/(.*)$/.exec(pointer)?.[1] ?? '';
      return `${severity} ${code} ${key}`.trim();
    })
    .sort();
}

describe('Real files', () => {
  for (const collection of [
    'test/fixtures/samples',
    'test/fixtures/samples-2026',
    '../shared/samples-2026',
  ]) {
    if (!existsSync(collection)) {
      it(`in ${collection} are not here: the copy in test/fixtures is checked alone`);
      continue;
    }
    const folders = readdirSync(collection, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) {
      it(`in ${collection}/${name} have no error, and no false warning`, async () => {
        assert.deepEqual(await problemsIn(join(collection, name)), expected[name] ?? []);
      });
    }
  }
});
