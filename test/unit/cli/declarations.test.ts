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
});
