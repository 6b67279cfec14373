import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { chartUsing, connectionsText, entry, referenceId } from '../../support/flows';

interface Output {
  readonly version: number;
  readonly files: number;
  readonly nodes: number;
  readonly problems: readonly Record<string, unknown>[];
}

const cli = resolve('dist/cli.js');

/** Runs the built command line tool; the build comes before the tests. */
function run(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as Output };
}

describe('flow-connections validate', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let folder: string;
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  beforeEach(() => {
    temporary = temporaryFolder('cli');
    folder = temporary.path;
  });
  afterEach(() => temporary.remove());

  for (const samples of ['test/fixtures/samples', '../shared/samples']) {
    it(`finds nothing wrong in ${samples}, and five uses once the declarations are gone`, function () {
      if (!existsSync(samples)) {
        console.log(`      ${samples} is not here: the copy in test/fixtures is checked alone`);
        return;
      }
      cpSync(samples, folder, { recursive: true });
      const whole = run(folder, 'validate', '.', '--format', 'json');
      assert.equal(whole.status, 0);
      assert.deepEqual(whole.json(), { version: 1, files: 16, nodes: 159, problems: [] });
      rmSync(join(folder, 'embedded/agent/connections'), { recursive: true, force: true });
      rmSync(join(folder, 'package/connection'), { recursive: true, force: true });
      const { problems } = run(folder, 'validate', '.', '--format', 'json').json();
      assert.equal(problems.length, 5);
      assert.equal(new Set(problems.map(({ code }) => code)).size, 1);
    });
  }

  it('reports exactly where, 1-based', () => {
    put('.cognigy/connections.json', connectionsText());
    put('agent/flows/Main/en-US/chart.json', chartUsing(referenceId('b')));
    const result = run(folder, 'validate', '.', '--format', 'json');
    const [problem] = result.json().problems;
    assert.deepEqual(problem, {
      file: join('agent', 'flows', 'Main', 'en-US', 'chart.json'),
      line: 15,
      column: 36,
      endLine: 15,
      endColumn: 74,
      severity: 'warning',
      code: 'connection-unknown',
      message:
        'Get ticket: No Connection with this Reference ID is registered in this project. If it was deleted on Cognigy.AI, the flow hangs at this node.',
      nodeId: '1'.padEnd(24, '0'),
      pointer: '/nodes/0/config/basicConnection',
    });
    assert.match(
      run(folder, 'validate', '.').stdout,
      /chart\.json:15:36: warning: Get ticket: No Connection/,
    );
  });

  it('fails at the level that was asked for', () => {
    put('.cognigy/connections.json', connectionsText());
    put('agent/flows/Main/en-US/chart.json', chartUsing(referenceId('b')));
    const status = (...args: string[]) => run(folder, 'validate', '.', ...args).status;
    assert.equal(status(), 0);
    assert.equal(status('--fail-on', 'warning'), 1);
    assert.equal(status('--fail-on', 'info'), 1);
    assert.equal(status('--fail-on', 'never'), 0);
  });

  it('reports as .cognigy/validation.json has it, and says what it can’t take', () => {
    put('.cognigy/connections.json', connectionsText());
    put('agent/flows/Main/en-US/chart.json', chartUsing(referenceId('b')));
    put('.cognigy/validation.json', '{"rules": {"connection-unknown": "error"}}');
    assert.equal(run(folder, 'validate', '.').status, 1);
    put('.cognigy/validation.json', '{"rules": {"connection-unknown": "off", "nobody": "off"}}');
    const result = run(folder, 'validate', '.', '--format', 'json');
    assert.equal(result.status, 2);
    assert.deepEqual(result.json().problems, []);
    assert.match(result.stderr, /validation\.json: No problem has the code “nobody”\./);
  });

  it('judges a single file with what the current folder declares', () => {
    put('.cognigy/connections.json', connectionsText(entry(referenceId('b'), 'X')));
    put('agent/flows/Main/en-US/chart.json', chartUsing(referenceId('b')));
    put('agent/flows/Other/en-US/chart.json', chartUsing(referenceId('c')));
    const report = run(folder, 'validate', 'agent/flows/Main/en-US/chart.json', '--format', 'json').json();
    assert.deepEqual(report, { version: 1, files: 1, nodes: 1, problems: [] });
  });

  it('reads packages, each for itself, and names their members', () => {
    const sample = 'test/fixtures/samples/embedded/agent/flows/Flow 2/chart/chart.json';
    assert.ok(existsSync(sample));
    const id = '028de1dee4d3e8c4eaf1acc6';
    const node = {
      _id: id,
      type: 'httpRequest',
      extension: '@cognigy/basic-nodes',
      label: 'Get',
      localizedData: [{ config: { authType: 'basic', basicConnection: referenceId('b'), url: '/x' } }],
    };
    const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    put('.cognigy/connections.json', connectionsText(entry(referenceId('b'), 'not for packages')));
    put('p.zip', zipSync({ 'index.json': encode({ type: 'package' }), [`nodeData/${id}`]: encode(node) }));
    put('other.zip', zipSync({ 'a.txt': encode('x') }));
    for (const path of ['.', 'p.zip']) {
      const report = run(folder, 'validate', path, '--format', 'json').json();
      assert.deepEqual(
        report.problems.map(({ file }) => file),
        [`p.zip!/nodeData/${id}`],
      );
    }
    assert.equal(run(folder, 'validate', 'other.zip').status, 2);
  });

  it('names what it can’t read, checks the rest, and exits with 2', () => {
    put('.cognigy/connections.json', connectionsText());
    put('agent/flows/Broken/en-US/chart.json', '{"nodes": [');
    put('agent/flows/Empty/en-US/chart.json', '');
    put('agent/flows/Folder/en-US/chart.json/x.txt', '');
    put('agent/flows/Main/en-US/chart.json', chartUsing(referenceId('b')));
    const result = run(folder, 'validate', '.', '--format', 'json');
    assert.equal(result.status, 2);
    assert.equal(result.json().problems.length, 1);
    assert.match(result.stderr, /Broken.*not valid JSON \(line 1\)/);
    assert.match(result.stderr, /Empty.*empty/);
    assert.match(result.stderr, /Folder.*a folder, not a file/);
  });

  it('is silent about Reference IDs while the connections file can’t be read, and says so', () => {
    put('.cognigy/connections.json', '<<<<<<< HEAD\n=======\n>>>>>>> x\n');
    put('agent/flows/Main/en-US/chart.json', chartUsing(referenceId('b')));
    const result = run(folder, 'validate', '.', '--format', 'json');
    assert.equal(result.status, 2);
    assert.deepEqual(result.json().problems, []);
    assert.match(result.stderr, /connections\.json has merge conflicts \(line 1\)/);
  });

  it('reads a file with a byte order mark, and one of 50 MB', function () {
    this.timeout(60_000);
    put('.cognigy/connections.json', `\uFEFF${connectionsText()}`);
    put('agent/flows/Main/en-US/chart.json', `\uFEFF${chartUsing(referenceId('b'))}`);
    put('agent/flows/Large/en-US/chart.json', chartUsing(referenceId('c')) + ' '.repeat(50 * 1024 * 1024));
    const report = run(folder, 'validate', '.', '--format', 'json').json();
    assert.equal(report.nodes, 2);
    assert.deepEqual(
      report.problems.map(({ line, column }) => [line, column]),
      [
        [15, 36],
        [15, 36],
      ],
    );
  });

  it('says in one sentence what was wrong with the call', () => {
    for (const [args, sentence] of [
      [[], /name a command/],
      [['check', '.'], /name a command/],
      [['validate'], /name a folder/],
      [['validate', '.', '--format', 'xml'], /--format takes text, json\./],
      [['validate', '.', '--fail-on', 'x'], /--fail-on takes/],
      [['validate', '.', '--odd'], /--odd/],
      [['validate', 'nowhere'], /nowhere: no such file or folder/],
    ] as const) {
      const result = run(folder, ...args);
      assert.equal(result.status, 2, args.join(' '));
      assert.match(result.stderr, sentence);
      assert.doesNotMatch(result.stderr, /\n\s+at /, 'no stack');
    }
    assert.match(run(folder, '--help').stdout, /Usage: flow-connections validate/);
  });
});
