import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import { runCommandLine } from '../../support/commandLine';
import {
  chartUsing,
  connectionsText,
  entry,
  flowConfigText,
  localesText,
  referenceId,
} from '../../support/flows';

interface Output {
  readonly problems: readonly Readonly<
    Record<'file' | 'severity' | 'code' | 'pointer' | 'message', string>
  >[];
}

describe('What is said of files beside the flows', () => {
  let temporary: ReturnType<typeof temporaryFolder>;
  let folder: string;
  beforeEach(() => {
    temporary = temporaryFolder('declarations');
    folder = temporary.path;
    mkdirSync(join(folder, '.git'));
  });
  afterEach(() => temporary.remove());

  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const putAgent = (agent: string, chart = chartUsing(referenceId('a'))) => {
    put(`${agent}/flows/Main/en-US/chart.json`, chart);
    put(`${agent}/flows/Main/en-US/intents.json`, '[]');
    put(`${agent}/flows/Main/config.json`, flowConfigText('Main', '9'));
    put(`${agent}/flows/locales.json`, localesText);
  };
  /** Each problem but those of the flows' Connections: severity, code, place, and what is named. */
  const found = async () => {
    const { stdout } = await runCommandLine(folder, 'validate', '.', '--format', 'json');
    const { problems } = JSON.parse(stdout) as Output;
    return problems
      .filter(({ code }) => !code.startsWith('connection-'))
      .map(({ file, severity, code, pointer, message }) => {
        const place = relative(folder, resolve(folder, file)).replaceAll('\\', '/');
        const named = [...message.matchAll(/“([^”]*)”/g)].map(([, name]) => name);
        return [`${severity} ${code} ${place}#${pointer}`, ...named].join(' ');
      });
  };
  const connections = (agentDir: unknown) =>
    JSON.stringify({ version: 1, id: 'x', agentDir, connections: [entry(referenceId('a'), 'A')] });

  it('agent-dir: a folder without flows, spelled otherwise, or outside (14)', async () => {
    putAgent('agents/sälés'.normalize('NFC'));
    const path = '.cognigy/connections.x.json';
    const at = `warning agent-dir ${path}#/agentDir`;
    for (const [written, ...expected] of [
      ['agents/sälés'.normalize('NFC')],
      ['./agents/sälés/'.normalize('NFC')],
      ['agents'],
      ['Agents/Sälés'.normalize('NFC'), `${at} Agents/Sälés agents/sälés`.normalize('NFC')],
      [
        'agents/sälés'.normalize('NFD'),
        `${at} ${'agents/sälés'.normalize('NFD')} ${'agents/sälés'.normalize('NFC')}`,
      ],
      ['agents/sale', `${at} agents/sale`],
      ['elsewhere', `${at} elsewhere`],
      ['../agents', `${at} agentDir`],
      ['/agents', `${at} agentDir`],
      ['C:\\agents', `${at} agentDir`],
    ] as [string, ...string[]][]) {
      put(path, connections(written));
      assert.deepEqual(await found(), expected, written);
    }
  });

  it('agent-dir: nothing while there is no flow at all', async () => {
    put('.cognigy/connections.x.json', connectionsText());
    put('.cognigy/connections.json', connections('agent'));
    put('other/flows/locales.json', localesText);
    assert.deepEqual(
      (await found()).filter((problem) => problem.includes('agent-dir')),
      [],
    );
  });

  it('connections-file-shadowed: the plain one counts, else the first', async () => {
    putAgent('agent');
    const shadowed = 'warning connections-file-shadowed .cognigy/connections';
    put('.cognigy/connections.a.json', connections('agent'));
    put('.cognigy/connections.b.json', connections('agent'));
    assert.deepEqual(await found(), [`${shadowed}.b.json#/agentDir`]);
    put('.cognigy/connections.json', connections('agent'));
    assert.deepEqual(await found(), [`${shadowed}.a.json#/agentDir`, `${shadowed}.b.json#/agentDir`]);
  });

  it('newer-version, and a connections file of another shape', async () => {
    putAgent('agent');
    put('.cognigy/connections.json', '{"version": 2, "connections": []}');
    assert.deepEqual(await found(), ['info newer-version .cognigy/connections.json#/version']);
    put('.cognigy/connections.json', '{"version": 1, "connections": {}}');
    assert.deepEqual(await found(), ['error wrong-shape .cognigy/connections.json#/connections connections']);
    put('.cognigy/connections.json', '[]');
    assert.deepEqual(await found(), ['error wrong-shape .cognigy/connections.json#']);
  });

  it('settings-not-used: rules that no project reads, but not what they exclude', async () => {
    putAgent('one/agent');
    put('one/.cognigy/connections.json', connectionsText());
    put('.cognigy/validation.json', '{"rules": {"cycle": "off"}}');
    assert.deepEqual(await found(), ['warning settings-not-used .cognigy/validation.json#/rules']);
    put('.cognigy/validation.json', '{"exclude": ["two"]}');
    assert.deepEqual(await found(), []);
    put('one/.cognigy/validation.json', '{"rules": {"cycle": "off"}, "exclude": ["x", 5]}');
    assert.deepEqual(await found(), ['error invalid-settings one/.cognigy/validation.json#/exclude exclude']);
  });

  it('locale-not-pushed: by the exact name in locales.json; what push can’t read is an error in a clone alone', async () => {
    putAgent('agent');
    put('agent/flows/locales.json', '[{"_id": "1", "name": "EN-us"}]');
    assert.deepEqual(await found(), ['warning locale-not-pushed agent/flows/Main/en-US/chart.json#']);
    put('agent/flows/locales.json', '{"_id": "1"}');
    assert.deepEqual(await found(), ['error wrong-shape agent/flows/locales.json#']);
    put('agent/flows/locales.json', localesText);
    put('agent/flows/Main/config.json', '{"_id": 5, "referenceId": "x", "name": "Main"');
    assert.deepEqual(await found(), ['error json-syntax agent/flows/Main/config.json#']);
    put('elsewhere/flows/Main/en-US/intents.json', '\uFEFF[');
    put('elsewhere/flows/Main/en-US/chart.json', chartUsing(referenceId('a')));
    const elsewhere = (await found()).filter((problem) => problem.includes('elsewhere'));
    const flow = 'elsewhere/flows/Main/en-US';
    assert.deepEqual(elsewhere.sort(), [
      `info byte-order-mark ${flow}/intents.json#`,
      `info flow-not-pushed ${flow}/chart.json#`,
      `info flow-not-pushed ${flow}/chart.json#`,
      `info json-syntax ${flow}/intents.json#`,
    ]);
  });

  it('a line of .gitignore for the CLI’s config takes nothing from push', async () => {
    putAgent('agent');
    put('.gitignore', 'config.json\nintents.json\n');
    assert.deepEqual(await found(), []);
  });

  it('what can’t be read is said, and ends nothing', async () => {
    putAgent('agent');
    mkdirSync(join(folder, 'agent/flows/Odd\u001b[31m/config.json'), { recursive: true });
    mkdirSync(join(folder, 'agent/flows/Odd\u001b[31m/en-US/intents.json'), { recursive: true });
    put('agent/flows/Odd\u001b[31m/en-US/chart.json', chartUsing(referenceId('a')));
    const { exitCode, stdout, stderr } = await runCommandLine(folder, 'validate', '.');
    assert.equal(exitCode, 2);
    assert.match(stdout, /in 2 flow files/);
    assert.match(stderr, /Odd\\u001b\[31m.config\.json: can’t be opened\./);
  });

  it('what a newer version wrote is judged by nothing that it may have changed', async () => {
    putAgent('agent');
    for (const connections of [{ a: 1 }, [{ id: 'x', name: 'A', kind: 'basic' }]]) {
      put('.cognigy/connections.json', JSON.stringify({ version: 2, connections }));
      const { stdout } = await runCommandLine(folder, 'validate', '.', '--format', 'json');
      const codes = (JSON.parse(stdout) as Output).problems.map(({ code }) => code);
      assert.deepEqual(codes, ['newer-version']);
    }
  });

  it('invalid-settings: globs that are none, keys that are nearly one, and a code of Object’s own', async () => {
    putAgent('agent');
    put('.cognigy/connections.json', connectionsText(entry(referenceId('a'), 'A')));
    put(
      '.cognigy/validation.json',
      '{"rule": {}, "excludes": [], "exclude": ["a", "b/{c", "../d"], "rules": {"constructor": "off"}, "x": 1}',
    );
    const at = 'error invalid-settings .cognigy/validation.json#';
    assert.deepEqual(await found(), [
      `${at}/rule rule rules`,
      `${at}/excludes excludes exclude`,
      `${at}/exclude/1 b/{c`,
      `${at}/exclude/2 ../d`,
      `${at}/rules/constructor constructor`,
    ]);
  });

  it('flows of other products that look a little like ours are none', async () => {
    for (const [name, text] of [
      ['erd', '{"relations": {"a": "b"}, "entities": []}'],
      ['erd2', '{"relations": [{"from": "a", "to": "b"}], "entities": []}'],
      ['bot', '{"_id": "abc", "nodes": [{"_id": "n1", "kind": "text"}], "edges": []}'],
      ['comment', '// a flow of another product\n{ "steps": [], }'],
      ['empty', ''],
    ] as const) {
      put(`${name}.flow.json`, text);
      const { exitCode, stdout } = await runCommandLine(folder, 'validate', '.');
      assert.deepEqual([exitCode, stdout], [2, 'No flow files checked.\n'], name);
    }
    put('ours.flow.json', '{"nodes": [{"_id": "0e1f3107e2efcee4040b4fe3", "type": "say", }]}');
    assert.deepEqual(await found(), ['error json-syntax ours.flow.json#']);
  });
});
