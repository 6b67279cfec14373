import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { zipSync } from 'fflate';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { runCommandLine } from '../../support/commandLine';
import { sarifErrors } from '../../support/sarifSchema';
import {
  chartText,
  chartUsing,
  connectionsText,
  entry,
  flowConfigText,
  httpNode,
  localesText,
  referenceId,
} from '../../support/flows';

interface Output {
  readonly version: number;
  readonly files: number;
  readonly nodes: number;
  readonly problems: readonly Record<string, unknown>[];
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: unknown;
            };
          },
        ];
      }[];
    },
  ];
}

const cli = resolve(process.env.FLOW_CONNECTIONS_CLI ?? 'dist/cli.js');

/** Runs the built command line tool; the build comes before the tests. */
/** Runs the command line in this process; what the process itself adds is tried with the built one. */
async function run(cwd: string, ...args: string[]) {
  const { exitCode: status, stdout, stderr } = await runCommandLine(cwd, ...args);
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as Output };
}

/** Runs the built command line tool; the build comes before the tests. */
function runBuilt(cwd: string, ...args: string[]) {
  return spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });
}

/** What a terminal takes for a command, or GitHub Actions for one of its own. */
const commands = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]|^::(?!(?:error|warning|notice) file=)/mu;

describe('flow-connections validate', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let folder: string;
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  /** A chart with the files around it that the CLI writes too. */
  const putChart = (flow: string, content: string) => {
    put(`agent/flows/${flow}/en-US/chart.json`, content);
    put(`agent/flows/${flow}/en-US/intents.json`, '[]');
    put(`agent/flows/${flow}/config.json`, flowConfigText(flow, '9'));
    put('agent/flows/locales.json', localesText);
  };
  beforeEach(() => {
    temporary = temporaryFolder('cli');
    folder = temporary.path;
  });
  afterEach(() => temporary.remove());

  for (const samples of ['test/fixtures/samples', '../shared/samples']) {
    it(`finds no Connection unknown in ${samples}, and five uses once the declarations are gone`, async function () {
      if (!existsSync(samples)) {
        console.log(`      ${samples} is not here: the copy in test/fixtures is checked alone`);
        return;
      }
      cpSync(samples, folder, { recursive: true });
      const whole = await run(folder, 'validate', '.', '--format', 'json');
      assert.equal(whole.status, 0);
      const { files, nodes, problems: others } = whole.json();
      assert.deepEqual({ files, nodes }, { files: 17, nodes: 159 });
      // The samples are cut-outs: flows, nodes and intents that were beside them are missing.
      assert.deepEqual(others.map(({ severity, code }) => `${severity as string} ${code as string}`).sort(), [
        'info target-missing',
        'warning locale-not-pushed',
        'warning locale-not-pushed',
        'warning target-missing',
      ]);
      rmSync(join(folder, 'embedded/agent/connections'), { recursive: true, force: true });
      rmSync(join(folder, 'package/connection'), { recursive: true, force: true });
      const { problems } = (await run(folder, 'validate', '.', '--format', 'json')).json();
      assert.equal(problems.length, others.length + 5);
      assert.equal(problems.filter(({ code }) => code === 'connection-unknown').length, 5);
    });
  }

  it('reports a hint of the editor as information', async () => {
    const stale = { authType: 'none', basicConnection: referenceId('b'), url: '/x' };
    putChart('Main', chartText(httpNode('1', 'Get ticket', stale)));
    const { problems } = (await run(folder, 'validate', '.', '--format', 'json')).json();
    assert.deepEqual(
      problems.map(({ severity, code }) => [severity, code]),
      [['info', 'connection-stale']],
    );
    assert.equal((await run(folder, 'validate', '.', '--fail-on', 'warning')).status, 0);
  });

  it('reports exactly where, 1-based', async () => {
    put('.cognigy/connections.json', connectionsText());
    putChart('Main', chartUsing(referenceId('b')));
    const result = await run(folder, 'validate', '.', '--format', 'json');
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
        'This Reference ID isn’t registered in this project. If the Connection was deleted on Cognigy.AI, the flow hangs at “Get ticket”.',
      nodeId: '1'.padEnd(24, '0'),
      pointer: '/nodes/0/config/basicConnection',
    });
    assert.match(
      (await run(folder, 'validate', '.')).stdout,
      /chart\.json:15:36: warning: This Reference ID/,
    );
  });

  it('fails at the level that was asked for', async () => {
    put('.cognigy/connections.json', connectionsText());
    putChart('Main', chartUsing(referenceId('b')));
    const status = async (...args: string[]) => (await run(folder, 'validate', '.', ...args)).status;
    assert.equal(await status(), 0);
    assert.equal(await status('--fail-on', 'warning'), 1);
    assert.equal(await status('--fail-on', 'info'), 1);
    assert.equal(await status('--fail-on', 'never'), 0);
  });

  it('reports as .cognigy/validation.json has it, and says what it can’t take', async () => {
    put('.cognigy/connections.json', connectionsText());
    putChart('Main', chartUsing(referenceId('b')));
    put('.cognigy/validation.json', '{"rules": {"connection-unknown": "error"}}');
    assert.equal((await run(folder, 'validate', '.')).status, 1);
    put('.cognigy/validation.json', '{"rules": {"connection-unknown": "off", "nobody": "off"}}');
    const result = await run(folder, 'validate', '.', '--format', 'json');
    assert.equal(result.status, 1);
    assert.deepEqual(
      result.json().problems.map(({ code, pointer }) => [code, pointer]),
      [['invalid-settings', '/rules/nobody']],
    );
  });

  it('tells what push would skip, and where a goTo leads to nothing', async () => {
    const goTo = (node: string) => ({
      ...httpNode('1', 'Jump', { flowNode: { flow: referenceId('9'), node: referenceId(node) } }),
      type: 'goTo',
    });
    putChart(
      'Main',
      chartText(goTo('8'), { ...httpNode('2', 'Here', {}), type: 'say', referenceId: referenceId('7') }),
    );
    const codes = async () =>
      (await run(folder, 'validate', '.', '--format', 'json')).json().problems.map(({ code }) => code);
    assert.deepEqual(await codes(), ['target-missing']);
    putChart(
      'Main',
      chartText(goTo('7'), { ...httpNode('2', 'Here', {}), type: 'say', referenceId: referenceId('7') }),
    );
    assert.deepEqual(await codes(), []);
    rmSync(join(folder, 'agent/flows/Main/config.json'));
    rmSync(join(folder, 'agent/flows/Main/en-US/intents.json'));
    assert.deepEqual(await codes(), ['flow-not-pushed', 'locale-not-pushed']);
  });

  it('judges a single file with what the current folder declares', async () => {
    put('.cognigy/connections.json', connectionsText(entry(referenceId('b'), 'X')));
    putChart('Main', chartUsing(referenceId('b')));
    putChart('Other', chartUsing(referenceId('c')));
    const report = (
      await run(folder, 'validate', 'agent/flows/Main/en-US/chart.json', '--format', 'json')
    ).json();
    assert.deepEqual(report, { version: 1, files: 1, nodes: 1, problems: [] });
  });

  it('reads packages, each for itself, and names their members', async () => {
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
      const report = (await run(folder, 'validate', path, '--format', 'json')).json();
      assert.deepEqual(
        report.problems.map(({ file }) => file),
        [`p.zip!/nodeData/${id}`],
      );
    }
    assert.equal((await run(folder, 'validate', 'other.zip')).status, 2);
  });

  it('finds the project of a single file wherever it is asked from', async () => {
    put('.cognigy/connections.json', connectionsText(entry(referenceId('b'), 'X')));
    putChart('Main', chartUsing(referenceId('b')));
    const file = join(folder, 'agent', 'flows', 'Main', 'en-US', 'chart.json');
    const elsewhere = temporaryFolder('elsewhere').path;
    for (const [cwd, path] of [
      [join(file, '..'), 'chart.json'],
      [join(folder, 'agent', 'flows'), 'Main/en-US/chart.json'],
      [elsewhere, file],
    ] as const) {
      const result = await run(cwd, 'validate', path, '--format', 'json');
      assert.deepEqual(result.json(), { version: 1, files: 1, nodes: 1, problems: [] }, cwd);
    }
  });

  it('takes more files for flow files with --flow-files, in folders and by name', async () => {
    put('.cognigy/connections.json', connectionsText());
    put('bots/Main.json', chartUsing(referenceId('b')));
    put('bots/notes.json', '{"no": "flow"}');
    put('other/Side.json', chartUsing(referenceId('c')));
    const globs = ['--flow-files', 'bots/*.json', '--flow-files', 'other/**'];
    const filesOf = async (...args: string[]) =>
      (await run(folder, 'validate', ...args, '--format', 'json')).json().problems.map(({ file }) => file);
    assert.deepEqual(await filesOf('.'), []);
    assert.deepEqual(await filesOf('.', ...globs), [join('bots', 'Main.json'), join('other', 'Side.json')]);
    assert.deepEqual(await filesOf('bots/Main.json', ...globs), [join('bots', 'Main.json')]);
    const { stdout } = await run(folder, 'connections', '.', ...globs);
    assert.match(stdout, /^2 Connections\.$/m);
  });

  it('says of a snapshot that it can’t be checked, and fails only when it was named', async () => {
    putChart('Main', chartUsing(referenceId('b')));
    put('backup.csnap', 'csnap\u0001');
    put('other.csnap', 'something else');
    const sentence = 'backup.csnap: a Cognigy.AI snapshot, encrypted as a whole; it can’t be checked.\n';
    const named = await run(folder, 'validate', 'backup.csnap', '--format', 'json');
    assert.deepEqual([named.status, named.stderr, named.json().files], [2, sentence, 0]);
    for (const command of ['validate', 'connections']) {
      const found = await run(folder, command, '.');
      assert.deepEqual([found.status, found.stderr], [0, sentence], command);
    }
    assert.match(
      (await run(folder, 'validate', 'other.csnap')).stderr,
      /^other\.csnap: not a Cognigy.AI flow file\.$/m,
    );
  });

  it('leaves a damaged archive alone that it finds, and goes on when one is named', async () => {
    put('.cognigy/connections.json', connectionsText());
    putChart('Main', chartUsing(referenceId('b')));
    put('broken.zip', 'PK no archive');
    assert.deepEqual(
      [(await run(folder, 'validate', '.')).status, (await run(folder, 'validate', '.')).stderr],
      [0, ''],
    );
    const result = await run(folder, 'validate', '.', 'broken.zip', '--format', 'json');
    assert.equal(result.status, 2);
    assert.equal(result.json().problems.length, 1);
    assert.match(result.stderr, /^broken\.zip: The archive can’t be read\.$/m);
  });

  it('names what it can’t read, checks the rest, and exits with 2', async () => {
    put('.cognigy/connections.json', connectionsText());
    putChart('Broken', '{"nodes": [');
    putChart('Empty', '');
    put('agent/flows/Folder/en-US/chart.json/x.txt', '');
    putChart('Main', chartUsing(referenceId('b')));
    const result = await run(folder, 'validate', '.', '--format', 'json');
    assert.equal(result.status, 2);
    assert.deepEqual(
      result.json().problems.map(({ file, code, line }) => [(file as string).split(sep)[2], code, line]),
      [
        ['Broken', 'json-syntax', 1],
        ['Empty', 'json-syntax', 1],
        ['Main', 'connection-unknown', 15],
      ],
    );
    assert.equal((await run(folder, 'validate', 'agent/flows/Empty/en-US/chart.json')).status, 1);
    assert.match(result.stderr, /Folder.*a folder, not a file/);
  });

  it('is silent about Reference IDs while the connections file can’t be read, and says so', async () => {
    put('.cognigy/connections.json', '<<<<<<< HEAD\n=======\n>>>>>>> x\n');
    putChart('Main', chartUsing(referenceId('b')));
    const result = await run(folder, 'validate', '.', '--format', 'json');
    assert.equal(result.status, 2);
    assert.deepEqual(
      result.json().problems.map(({ code, file }) => [code, file]),
      [['json-syntax', join('.cognigy', 'connections.json')]],
    );
    assert.match(result.stderr, /connections\.json has merge conflicts \(line 1\)/);
  });

  it('reads a file with a byte order mark, and one of 50 MB', async function () {
    this.timeout(60_000);
    put('.cognigy/connections.json', `\uFEFF${connectionsText()}`);
    putChart('Main', `\uFEFF${chartUsing(referenceId('b'))}`);
    putChart('Large', chartUsing(referenceId('c')) + ' '.repeat(50 * 1024 * 1024));
    const report = (await run(folder, 'validate', '.', '--format', 'json')).json();
    assert.equal(report.nodes, 2);
    assert.deepEqual(
      report.problems.map(({ code, line, column }) => [code, line, column]),
      [
        ['connection-unknown', 15, 36],
        ['byte-order-mark', 1, 1],
        ['connection-unknown', 15, 36],
      ],
    );
  });

  it('prints nothing that a terminal or a workflow obeys, whatever stands in a file (8.1)', async () => {
    const evil = 'a\u001b[2J\u009b31m\u202eb\n::error ::c\r::stop-commands::d\u2028e';
    put('.cognigy/connections.json', connectionsText(entry(referenceId('a'), evil)));
    const unset = httpNode('1'.repeat(24), evil, { url: 'u', authType: 'basic', basicConnection: '' });
    putChart('::error ::x', chartText(unset));
    putChart('Other', chartUsing(referenceId('b'), evil));
    const printed: string[] = [];
    for (const args of [
      ['validate', '.'],
      ['validate', '.', '--format', 'sarif'],
      ['validate', '.', '--format', 'github'],
      ['connections', '.'],
    ]) {
      const { stdout, stderr } = await run(folder, ...args);
      assert.ok(stdout.length > 20, args.join(' '));
      assert.doesNotMatch(stdout + stderr, commands, args.join(' '));
      printed.push(stdout);
    }
    assert.match(printed[0] ?? '', /\\u001b\[2J\\u009b31m\\u202eb ::error ::c ::stop-commands::d e: /);
  });

  it('prints SARIF that the schema takes', async function () {
    this.timeout(120_000);
    put('.cognigy/connections.json', connectionsText());
    putChart('Über uns', chartUsing(referenceId('b')));
    putChart('Broken', '');
    const log = JSON.parse((await run(folder, 'validate', '.', '--format', 'sarif')).stdout) as SarifLog;
    assert.deepEqual(await sarifErrors(log), []);
    assert.notDeepEqual(await sarifErrors({ ...log, version: '1.0.0' }), [], 'the schema is one');
    const result = log.runs[0].results.find(({ level }) => level === 'warning');
    assert.ok(log.runs[0].results.some(({ level }) => level === 'error'));
    assert.equal(result?.ruleId, 'connection-unknown');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'agent/flows/%C3%9Cber%20uns/en-US/chart.json');
    assert.deepEqual(region, { startLine: 15, startColumn: 36, endLine: 15, endColumn: 74 });
  });

  it('prints workflow commands that GitHub shows beside the lines', async () => {
    put('.cognigy/connections.json', connectionsText());
    putChart('A, b: 100%', chartUsing(referenceId('b')));
    const { stdout } = await run(folder, 'validate', '.', '--format', 'github');
    assert.match(
      stdout,
      /^::warning file=agent\/flows\/A%2C b%3A 100%25\/en-US\/chart\.json,line=15,endLine=15,col=36,endColumn=74,title=connection-unknown::This Reference ID isn’t registered/,
    );
  });

  it('says in one sentence what was wrong with the call', async () => {
    for (const [args, sentence] of [
      [[], /name a command/],
      [['check', '.'], /name a command/],
      [['validate'], /name a folder/],
      [['validate', '.', '--format', 'xml'], /--format takes text, json, sarif, github\./],
      [['validate', '.', '--fail-on', 'x'], /--fail-on takes/],
      [['validate', '.', '--odd'], /--odd/],
      [
        ['validate', '.', '--flow-files', '/x'],
        /--flow-files: “\/x” is no glob of files in the workspace folder\./,
      ],
      [['validate', 'nowhere'], /nowhere: no such file or folder/],
    ] as const) {
      const result = await run(folder, ...args);
      assert.equal(result.status, 2, args.join(' '));
      assert.match(result.stderr, sentence);
      assert.doesNotMatch(result.stderr, /\n\s+at /, 'no stack');
    }
    assert.match((await run(folder, '--help')).stdout, /Usage: flow-connections <command>/);
    assert.match(
      (await run(folder, 'connections', '--help')).stdout,
      /^Usage: flow-connections connections .*\n/,
    );
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
    const built = runBuilt(folder, '--version');
    assert.deepEqual([built.status, built.stdout, built.stderr], [0, `${name} ${version}\n`, '']);
    const failed = runBuilt(folder, 'validate', 'nowhere');
    assert.deepEqual([failed.status, failed.stderr], [2, 'nowhere: no such file or folder.\n']);
  });

  it('is quiet when nobody reads what it prints', async () => {
    putChart('Main', chartUsing(referenceId('b')));
    const child = spawn(process.execPath, [cli, 'validate', '.'], { cwd: folder });
    child.stdout.destroy();
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    assert.deepEqual([exitCode, told], [0, '']);
  });
});

describe('flow-connections connections', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (temporary = temporaryFolder('cli')));
  afterEach(() => temporary.remove());

  it('lists uses whatever their key, and those of LLMs, which are no nodes', async () => {
    const put = (path: string, content: unknown) => {
      mkdirSync(join(temporary.path, path, '..'), { recursive: true });
      writeFileSync(join(temporary.path, path), JSON.stringify(content, undefined, 2));
    };
    const b = referenceId('b');
    put('agent/connections/Orders.json', entry(b, 'Orders'));
    const node = { ...httpNode('1', 'Custom', { list: [{ account: b }] }), isDisabled: true };
    put('agent/flows/F/en-US/chart.json', { nodes: [{ ...node, type: 'own' }] });
    put('agent/largelanguagemodels/gpt.json', { name: 'Answers', connectionId: b });
    const result = await run(temporary.path, 'connections', '.', '--format', 'json');
    const { connections } = JSON.parse(result.stdout) as {
      connections: { state: string; uses: unknown[] }[];
    };
    assert.equal(connections[0]?.state, 'registered');
    assert.deepEqual(connections[0].uses, [
      {
        ...{ file: join('agent', 'flows', 'F', 'en-US', 'chart.json'), line: 14, flow: 'F', node: 'Custom' },
        ...{ key: 'account', disabled: true },
      },
      {
        ...{ file: join('agent', 'largelanguagemodels', 'gpt.json'), line: 3, flow: '', node: 'Answers' },
        ...{ key: 'connectionId', disabled: false },
      },
    ]);
  });

  it('lists every Connection with where it is declared and used', async () => {
    const put = (path: string, content: unknown) => {
      mkdirSync(join(temporary.path, path, '..'), { recursive: true });
      writeFileSync(
        join(temporary.path, path),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
    };
    put(
      '.cognigy/connections.json',
      connectionsText(entry(referenceId('a'), 'Unused'), {
        ...entry(referenceId('b'), 'Used'),
        temporary: true,
      }),
    );
    put('agent/connections/Orders.json', entry(referenceId('c'), 'Orders'));
    put('agent/flows/F/en-US/chart.json', chartUsing(referenceId('b')));
    put('agent/flows/G/en-US/chart.json', chartUsing(referenceId('d'), 'Get order'));
    put('agent/flows/H/en-US/chart.json', chartUsing(referenceId('c')));
    const result = await run(temporary.path, 'connections', '.', '--format', 'json');
    assert.equal(result.status, 0);
    const { connections } = JSON.parse(result.stdout) as { connections: Record<string, unknown>[] };
    const basic = { type: 'http_basic', extension: '@cognigy/basic-nodes' };
    const use = (flow: string, node: string) => ({
      ...{ file: join('agent', 'flows', flow, 'en-US', 'chart.json'), line: 15, flow, node },
      ...{ key: 'basicConnection', disabled: false },
    });
    const file = join('.cognigy', 'connections.json');
    assert.deepEqual(connections, [
      {
        ...{ referenceId: referenceId('c'), name: 'Orders', ...basic, state: 'registered' },
        ...{ declaredIn: [join('agent', 'connections', 'Orders.json')], uses: [use('H', 'Get ticket')] },
      },
      {
        referenceId: referenceId('a'),
        name: 'Unused',
        ...basic,
        state: 'unused',
        declaredIn: [file],
        uses: [],
      },
      {
        ...{ referenceId: referenceId('b'), name: 'Used', ...basic, state: 'temporary', declaredIn: [file] },
        uses: [use('F', 'Get ticket')],
      },
      {
        ...{ referenceId: referenceId('d'), name: null, ...basic, state: 'notRegistered', declaredIn: [] },
        uses: [use('G', 'Get order')],
      },
    ]);
    assert.match(
      (await run(temporary.path, 'connections', '.')).stdout,
      /^Used {2}b2582db9-\S+ {2}\S+ {2}temporary$/m,
    );
  });
});
