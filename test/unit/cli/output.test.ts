import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { main } from '../../../src/cli/main';
import { readProgram } from '../../../src/cli/program';
import { rules } from '../../../src/core/validation/rules';
import { surroundings } from '../../support/commandLine';
import { chartText, httpNode, referenceId } from '../../support/flows';
import { sarifErrors } from '../../support/sarifSchema';

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string;
            readonly helpUri?: string;
            readonly help: { readonly text: string };
            readonly defaultConfiguration: { readonly level: string; readonly enabled?: boolean };
          }[];
        };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region?: { readonly startLine: number };
            };
          },
        ];
        readonly message: { readonly text: string };
        readonly partialFingerprints: { readonly primaryLocationLineHash: string };
      }[];
    },
  ];
}

describe('What validate prints', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let folder: string;
  beforeEach(() => {
    temporary = temporaryFolder('output');
    folder = temporary.path;
  });
  afterEach(() => temporary.remove());

  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const run = async (
    cwd: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    more: Partial<ReturnType<typeof surroundings>['around']> = {},
  ) => {
    const { around, written } = surroundings(join(folder, cwd));
    const exitCode = await main(['validate', ...args], { ...around, environment, ...more });
    return { exitCode, ...written };
  };
  const sarif = async (...given: Parameters<typeof run>) => {
    const [cwd, args, ...more] = given;
    const { stdout } = await run(cwd, [...args, '--format', 'sarif'], ...more);
    return (JSON.parse(stdout) as SarifLog).runs[0];
  };
  const unset = (id: string, label = 'Get') =>
    httpNode(id, label, { url: 'u', authType: 'basic', basicConnection: '' });

  describe('of places (03)', () => {
    const flow = 'bots/agent/flows/100% fertig/en-US/chart.json';
    const uri = 'bots/agent/flows/100%25%20fertig/en-US/chart.json';
    const filesOf = ({ results }: Awaited<ReturnType<typeof sarif>>) =>
      results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri);

    it('is relative to the repository, whatever the folder and the argument', async () => {
      cpSync('test/fixtures/trials/03-output-paths', join(folder, 'repository'), { recursive: true });
      mkdirSync(join(folder, 'repository/.git'));
      for (const [cwd, arg] of [
        ['repository', '.'],
        ['repository/bots/agent', '.'],
        ['repository/bots', 'agent/flows'],
        ['.', 'repository'],
        ['.', join(folder, 'repository/bots')],
      ] as const) {
        const found = filesOf(await sarif(cwd, [arg]));
        assert.equal(found.length, 5, arg);
        assert.equal(found[0], uri, `${cwd} ${arg}`);
        assert.ok(found.includes('bots/agent/flows/it%E2%80%99s%20(new)%3B%20ok%2C%20go/en-US/chart.json'));
        const { stdout } = await run(cwd, [arg, '--format', 'github']);
        assert.match(stdout, /^::warning file=bots\/agent\/flows\/100%25 fertig\/en-US\/chart\.json,line=/);
      }
    });

    it('is relative to what a workflow has checked out, else to the current folder', async () => {
      cpSync('test/fixtures/trials/03-output-paths', join(folder, 'w/repository'), { recursive: true });
      const GITHUB_WORKSPACE = join(folder, 'w');
      const inWorkspace = filesOf(await sarif('w/repository', ['bots'], { GITHUB_WORKSPACE }));
      assert.equal(inWorkspace[0], `repository/${uri}`);
      assert.equal(filesOf(await sarif('w/repository', ['bots']))[0], uri);
      const [elsewhere] = filesOf(
        await sarif('w/repository/bots/agent/flows/Haupt Flow', ['../100% fertig']),
      );
      assert.match(elsewhere ?? '', /^file:\/\/\/.*\/100%25%20fertig\/en-US\/chart\.json$/);
    });

    it('is the archive for what is in one', async () => {
      const id = '028de1dee4d3e8c4eaf1acc6';
      const { config, ...node } = unset('0');
      const text = JSON.stringify({ ...node, _id: id, localizedData: [{ config }] });
      const encode = (value: string) => new TextEncoder().encode(value);
      const zip = { 'index.json': encode('{"type": "package"}'), [`nodeData/${id}`]: encode(text) };
      mkdirSync(join(folder, '.git'));
      put('releases/p 1.zip', zipSync(zip));
      const { results } = await sarif('releases', ['p 1.zip']);
      const [result] = results.filter(({ ruleId }) => ruleId === 'connection-missing');
      assert.deepEqual(result?.locations[0].physicalLocation, {
        artifactLocation: { uri: 'releases/p%201.zip', uriBaseId: '%SRCROOT%' },
      });
      assert.match(result.message.text, new RegExp(`^nodeData/${id}:1:\\d+: No Connection is selected`));
      const { stdout } = await run('releases', ['p 1.zip', '--format', 'github']);
      assert.match(stdout, /^::warning file=releases\/p 1\.zip,line=1,title=connection-missing::nodeData\//m);
    });

    it('says the same file as before to the eye', async () => {
      put(flow, chartText(unset('1')));
      const { stdout } = await run('bots', ['agent']);
      assert.match(stdout, /^agent.flows.100% fertig.en-US.chart\.json:\d+:\d+: warning: /m);
    });
  });

  describe('as SARIF', () => {
    const chart = 'agent/flows/Main/en-US/chart.json';

    it('describes every rule, with its level and where it is explained', async () => {
      put(chart, chartText(unset('1')));
      const { around } = surroundings(folder);
      const loadProgram = () =>
        Promise.resolve(
          readProgram({
            name: 'f',
            version: '1.2.3',
            repository: { url: 'git+https://example.com/o/r.git' },
          }),
        );
      const { tool, results } = await sarif('.', ['.'], {}, { loadProgram });
      const described = tool.driver.rules;
      assert.deepEqual(
        described.map(({ id }) => id),
        rules.map(({ code }) => code),
      );
      assert.equal(described[results[0]?.ruleIndex ?? -1]?.id, results[0]?.ruleId);
      const level = (code: string) => described.find(({ id }) => id === code)?.defaultConfiguration;
      assert.deepEqual(level('cycle'), { level: 'error' });
      assert.deepEqual(level('duplicate-labels'), { level: 'note', enabled: false });
      assert.deepEqual(level('byte-order-mark'), { level: 'error' });
      assert.equal(
        described[0]?.helpUri,
        `https://example.com/o/r/blob/HEAD/docs/problems.md#${described[0]?.id}`,
      );
      assert.ok(described.every(({ help }) => !/[`*]/.test(help.text)));
      const log: unknown = JSON.parse((await run('.', ['.', '--format', 'sarif'])).stdout);
      assert.deepEqual(await sarifErrors(log), []);
      assert.equal((await around.loadProgram()).docs, undefined);
    });

    it('knows a problem again when it has moved, and equal ones apart', async () => {
      const prints = async (text: string) => {
        put(chart, text);
        const { results } = await sarif('.', [chart]);
        return results
          .filter(({ ruleId }) => ruleId === 'connection-missing')
          .map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
      };
      const before = await prints(chartText(unset('1'), unset('2')));
      const moved = await prints(`\n\n${chartText(unset('3'), unset('1'), unset('2'))}`);
      assert.equal(before.length, 2);
      assert.deepEqual(moved.slice(1), before);
      assert.equal(new Set(moved).size, 3);
      // Two nodes with one _id: what is wrong with both is the same, but not one.
      const twins = await prints(chartText(unset('1'), unset('1')));
      const counts = twins.filter((print) => print.startsWith(before[0]?.split(':')[0] ?? '-'));
      assert.deepEqual(counts.map((print) => print.split(':')[1]).sort(), ['1', '2']);
    });

    it('knows an entry of the connections file again by its line', async () => {
      const entry = (digit: string) => `{ "referenceId": "${referenceId(digit)}", "name": "${digit}" }`;
      const prints = async (...entries: string[]) => {
        put('.cognigy/connections.json', `{"id": "x", "connections": [\n${entries.join(',\n')}\n]}`);
        put(chart, chartText());
        const { results } = await sarif('.', ['.']);
        return results
          .filter(({ ruleId }) => ruleId === 'incomplete-connection')
          .map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
      };
      const [before] = await prints(entry('a'));
      const moved = await prints(entry('c'), entry('a'), entry('b'));
      assert.equal(moved.length, 3);
      assert.equal(new Set(moved).size, 3);
      assert.equal(moved[1], before);
    });
  });

  it('escapes what GitHub takes for its own', async () => {
    put('a,b: c%d/x.flow.json', chartText(unset('1', '50%\r\n::error::x')));
    const { stdout } = await run('.', ['.', '--format', 'github']);
    const [line = '', ...others] = stdout.split('\n');
    assert.match(line, /^::warning file=a%2Cb%3A c%25d\/x\.flow\.json,line=\d+/);
    assert.match(line, /::No Connection is selected\. “50%25 ::error::x” needs/);
    assert.deepEqual(others, ['']);
  });

  it('ends with how many there are of each severity', async () => {
    put('x.flow.json', chartText(unset('1'), { ...unset('2'), type: 5 }));
    const { stdout } = await run('.', ['.']);
    assert.match(stdout, /^1 error, 1 warning, 0 information in 1 flow file with 2 nodes\.\n$/m);
    put('x.flow.json', chartText(httpNode('1', 'Get', { url: 'u' })));
    assert.equal((await run('.', ['.'])).stdout, 'No problems in 1 flow file with 1 node.\n');
  });

  it('prints errors alone when it should be quiet, and fails for too many warnings', async () => {
    put('x.flow.json', chartText(unset('1'), unset('2'), { ...unset('3'), label: 5 }));
    const quiet = await run('.', ['.', '--quiet']);
    assert.match(quiet.stdout, /^x\.flow\.json:\d+:\d+: error: .*\n1 error, 3 warnings, 0 information in /);
    put('x.flow.json', chartText(unset('1'), unset('2')));
    assert.equal((await run('.', ['.', '--max-warnings', '2'])).exitCode, 0);
    for (const args of [
      ['--max-warnings', '1'],
      ['--max-warnings', '0', '--quiet', '--fail-on', 'never'],
    ]) {
      const { exitCode, stderr } = await run('.', ['.', ...args]);
      assert.equal(exitCode, 1, args.join(' '));
      assert.match(stderr, /^More warnings \(2\) than --max-warnings allows/);
    }
    assert.match((await run('.', ['.', '--max-warnings', '1.5'])).stderr, /takes a whole number/);
  });

  it('has colors on a terminal, unless somebody wants none', async () => {
    put('x.flow.json', chartText(unset('1')));
    const isColored = async (isTerminal: boolean, environment: Record<string, string> = {}) =>
      (await run('.', ['.'], environment, { isTerminal })).stdout.includes('\u001b[33mwarning\u001b[0m');
    assert.equal(await isColored(true), true);
    assert.equal(await isColored(false), false);
    assert.equal(await isColored(true, { NO_COLOR: '1' }), false);
    assert.equal(await isColored(true, { NO_COLOR: '' }), true);
    assert.equal(await isColored(false, { FORCE_COLOR: '1' }), true);
  });
});

describe('The rules on the command line', () => {
  const run = async (...args: string[]) => {
    const { around, written } = surroundings('.');
    return { exitCode: await main(args, around), ...written };
  };

  it('are listed', async () => {
    const text = await run('list-rules');
    const { rules: listed } = JSON.parse((await run('list-rules', '--format', 'json')).stdout) as {
      rules: { code: string; severity: object; isOn: boolean; messages: string[] }[];
    };
    assert.deepEqual(
      listed.map(({ code }) => code),
      rules.map(({ code }) => code),
    );
    assert.deepEqual(
      text.stdout.match(/^\S+/gm),
      rules.map(({ code }) => code),
    );
    const push = listed.find(({ code }) => code === 'flow-not-pushed');
    assert.deepEqual(push?.severity, { clone: 'warning', elsewhere: 'info' });
    assert.equal((await run('list-rules', 'x')).exitCode, 2);
  });

  it('are explained', async () => {
    const { exitCode, stdout } = await run('explain', 'second-edge');
    assert.equal(exitCode, 0);
    assert.match(
      stdout,
      /^second-edge \(warning\)\n\n {2}\{from\} also leads to .*\n\nTwo nodes .*\n\nWhat to do: /,
    );
    const page = readFileSync('docs/problems.md', 'utf8');
    for (const { code } of rules) {
      const explained = await run('explain', code);
      assert.equal(explained.exitCode, 0, code);
      assert.ok(page.includes(`## ${code}\n`));
    }
    const unknown = await run('explain', 'second-egde');
    assert.deepEqual([unknown.exitCode, unknown.stdout], [2, '']);
    assert.match(unknown.stderr, /unknown problem code “second-egde”\. Did you mean second-edge\?/);
  });
});
