import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { runCommandLine } from '../../support/commandLine';

interface Output {
  readonly files: number;
  readonly nodes: number;
  readonly problems: readonly {
    readonly file: string;
    readonly severity: string;
    readonly code: string;
    readonly pointer: string;
  }[];
}

/** The small inputs on which the product once failed, as they were found. */
const copied = 'test/fixtures/trials';

const chart = 'agent/flows/Main/en-US/chart.json';
const basic = `${chart}#/nodes/1/config/basicConnection`;
const connections = '.cognigy/connections.json';
const settings = '.cognigy/validation.json';
const missing = `warning connection-missing ${basic}`;

/** What `validate .` says in each: the exit code, and problems as `severity code file#pointer`. */
const verdicts: readonly (readonly [trial: string, exitCode: number, ...found: string[]])[] = [
  ['00-baseline', 0],
  ['06-uuid-case/c', 1, `error connection-malformed ${basic}`],
  ['11-smtp-client-credentials/clientCredentials', 0, `info config-enum ${chart}#/nodes/1/config/authType`],
  [
    '14-agentdir/case',
    0,
    'warning agent-dir .cognigy/connections.x.json#/agentDir',
    'info connection-unknown agents/sales/flows/Main/en-US/chart.json#/nodes/1/config/basicConnection',
  ],
  ['14-agentdir/slash', 0],
  ['21-foreign', 2],
  ['42-validation-json/array', 1, missing, `error invalid-settings ${settings}#`],
  ['42-validation-json/bom', 0],
  ['42-validation-json/comment', 1, missing, `error json-syntax ${settings}#`],
  ['42-validation-json/flat', 1, missing, `error invalid-settings ${settings}#/connection-missing`],
  ['42-validation-json/number', 1, missing, `error invalid-settings ${settings}#/rules/connection-missing`],
  ['42-validation-json/trailing', 1, missing, `error json-syntax ${settings}#`],
  ['42-validation-json/typo', 1, missing, `error invalid-settings ${settings}#/rules/conection-missing`],
  ['42-validation-json/upper', 1, missing, `error invalid-settings ${settings}#/rules/connection-missing`],
  ['42-validation-json/warn', 1, missing, `error invalid-settings ${settings}#/rules/connection-missing`],
  [
    '44-duplicate-entries',
    0,
    `warning duplicate-connection ${connections}#/connections/1/referenceId`,
    `warning duplicate-connection ${connections}#/connections/2/referenceId`,
  ],
  ['45-copied-flow', 0, 'warning copied-flow agent/flows/Main copy/config.json#/_id'],
  [
    '46-entries-incomplete',
    0,
    ...['0/name', '1', '2/referenceId', '3', '4'].map(
      (entry) => `warning incomplete-connection ${connections}#/connections/${entry}`,
    ),
  ],
  ['50-push-companions/chart-bom', 1, `error byte-order-mark ${chart}#`],
  [
    '50-push-companions/comment-too-long',
    0,
    `warning value-too-long ${chart}#/nodes/1/label`,
    `warning value-too-long ${chart}#/nodes/1/comment`,
  ],
  ['50-push-companions/config-empty', 0, 'warning flow-not-pushed agent/flows/Main/config.json#'],
  ['50-push-companions/intents-broken', 1, 'error json-syntax agent/flows/Main/en-US/intents.json#'],
  [
    '50-push-companions/locale-not-listed',
    0,
    'warning locale-not-pushed agent/flows/Main/fr-FR/chart.json#/_id',
  ],
  ['51-config-type/null', 1, `error wrong-shape ${chart}#/nodes/1/config`],
  ['52-uuid-version/v7', 0],
  ['61-other-archives/control', 0],
  ['61-other-archives/lfs', 0],
  ...['new-8x8', 'old-8x8'].map(
    (name) =>
      [
        `62-renamed-extension/${name}`,
        0,
        `info connection-unknown ${chart}#/nodes/1/config/connection`,
      ] as const,
  ),
  ['63-api-shapes', 0, 'warning connection-missing nodes-only.flow.json#/1/config/basicConnection'],
];

describe('The trials', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let folder: string;
  beforeEach(() => {
    temporary = temporaryFolder('trials');
    folder = temporary.path;
  });
  afterEach(() => temporary.remove());

  const take = (trial: string) => cpSync(join(copied, trial), folder, { recursive: true });
  const validate = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await runCommandLine(
      folder,
      'validate',
      ...args,
      '--format',
      'json',
    );
    const { problems, nodes, files } = JSON.parse(stdout) as Output;
    const found = problems.map(({ severity, code, file, pointer }) => {
      const place = relative(folder, resolve(folder, file)).replaceAll('\\', '/');
      return `${severity} ${code} ${place}#${pointer}`;
    });
    return { exitCode, stderr, found, nodes, files };
  };

  for (const [trial, exitCode, ...found] of verdicts) {
    it(trial, async () => {
      take(trial);
      const verdict = await validate('.');
      assert.deepEqual(
        { exitCode: verdict.exitCode, found: verdict.found },
        { exitCode, found },
        verdict.stderr,
      );
    });
  }

  it('02-nothing-matched', async () => {
    take('02-nothing-matched');
    for (const asked of ['agent', 'agent/flows', 'agent/flows/Main']) {
      assert.deepEqual((await validate(asked)).found, [missing], asked);
    }
    for (const asked of ['docs', 'agnet/**/*.json']) assert.equal((await validate(asked)).exitCode, 2, asked);
    assert.match((await validate('docs')).stderr, /no flow files below “docs”/);
  });

  it('03-output-paths', async () => {
    take('03-output-paths');
    const { found } = await validate('.');
    assert.equal(found.length, 5);
    assert.ok(found.every((problem) => problem.startsWith('warning connection-missing bots/agent/flows/')));
  });

  it('05-symlinks', async () => {
    take('05-symlinks');
    rmSync(join(folder, 'project/agent'));
    symlinkSync(join(folder, 'shared/agent'), join(folder, 'project/agent'), 'junction');
    const { found } = await validate('project');
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^warning connection-missing .*agent\/flows\/Main/);
  });

  it('07-copies', async () => {
    take('07-copies');
    renameSync(join(folder, 'gitignore.txt'), join(folder, '.gitignore'));
    const warnings = async (...args: string[]) =>
      (await validate('.', ...args)).found.filter((problem) => problem.startsWith('warning'));
    assert.deepEqual(await warnings(), [`warning connection-unknown ${basic}`]);
    assert.equal((await warnings('--no-ignore')).length, 7);
  });

  it('17-zips', async () => {
    take('17-zips');
    const [plain, backslash] = await Promise.all([validate('a-plain.zip'), validate('b-backslash.zip')]);
    assert.equal(plain.nodes, 6);
    assert.deepEqual([backslash.nodes, backslash.files], [plain.nodes, plain.files]);
  });

  it('30-control-characters', async () => {
    take('30-control-characters');
    const { stdout } = await runCommandLine(folder, 'validate', '.');
    assert.match(stdout, /“\\u001b\[2J\\u001b\[31mred\\u001b\[0m \\u202eRLO”/);
    assert.doesNotMatch(stdout, /(?!\n)\p{Cc}|^::/mu);
  });

  it('65-neighbour-broken', async () => {
    take('65-neighbour-broken');
    assert.equal((await validate(`sales/${chart}`)).exitCode, 0);
    assert.equal((await validate('sales')).exitCode, 0);
    assert.equal((await validate('.')).exitCode, 2);
  });

  it('90-hostile-text', async () => {
    take('90-hostile-text');
    const { stdout } = await runCommandLine(folder, 'connections', '.');
    assert.doesNotMatch(stdout, /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]|^::/mu);
  });

  it('are those of the collection', function () {
    if (!existsSync('../shared/trials')) {
      console.log('      ../shared/trials is not here: the copy in test/fixtures is checked alone');
      return;
    }
    const files = (root: string) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .filter((path) => path !== 'README.md')
        .sort();
    assert.deepEqual(files(copied), files('../shared/trials'));
    for (const path of files(copied)) {
      const same = readFileSync(join(copied, path)).equals(readFileSync(join('../shared/trials', path)));
      assert.ok(same, path);
    }
  });
});
