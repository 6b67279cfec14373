import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import {
  decodeOutput,
  describeIndexTrouble,
  indexConnectionsCommand,
  readConnectionIndex,
} from '../../../src/core/connection/readConnectionIndex';
import { entry, referenceId } from '../../support/flows';

const item = (digit: string, name: string) => ({ _id: 'f'.repeat(24), ...entry(referenceId(digit), name) });
const answer = JSON.stringify({ items: [item('a', 'Grüße'), item('b', 'Jira')], total: 2 }, undefined, 2);

function namesIn(output: string): readonly string[] {
  const reading = readConnectionIndex(output);
  assert.equal(reading.kind, 'read');
  return reading.connections.map(({ name }) => name);
}

describe('Output of indexConnections', () => {
  it('is read in UTF-8 and UTF-16, with a byte order mark or without', () => {
    const utf16 = Buffer.from(answer, 'utf16le');
    const bytes = {
      utf8: Buffer.from(answer),
      'utf8 with mark': Buffer.from(`\uFEFF${answer}`),
      utf16le: utf16,
      'utf16le with mark': Buffer.from(`\uFEFF${answer}`, 'utf16le'),
      utf16be: Buffer.from(utf16).swap16(),
      'utf16be with mark': Buffer.from(`\uFEFF${answer}`, 'utf16le').swap16(),
    };
    for (const [encoding, content] of Object.entries(bytes)) {
      assert.deepEqual(namesIn(decodeOutput(content)), ['Grüße', 'Jira'], encoding);
    }
  });

  it('is found among the lines of a log, with brackets, quotes and colours in them', () => {
    const log = `$ cognigy execute indexConnections -d '{"projectId":"5f","limit":100}'\n[INFO] it's {odd}: "\n`;
    assert.deepEqual(namesIn(`${log}\u001b[32m${answer}\u001b[39m\nDone in [2 s].\n`), ['Grüße', 'Jira']);
    assert.deepEqual(namesIn(`{"result": ${answer}}`), ['Grüße', 'Jira']);
    assert.deepEqual(namesIn(JSON.stringify([item('a', 'A')])), ['A']);
  });

  it('says how many Connections are missing, and how many entries are none', () => {
    const items = [item('a', 'A'), { name: 'no ID' }, { ...item('b', ' ') }];
    const reading = readConnectionIndex(JSON.stringify({ items, total: 240 }));
    assert.equal(reading.kind, 'read');
    assert.deepEqual([reading.connections.length, reading.missing, reading.skipped], [1, 237, 2]);
    const empty = readConnectionIndex('{"items": [], "total": 0}');
    assert.deepEqual(empty, { kind: 'read', connections: [], missing: 0, skipped: 0 });
  });

  it('may hold ten thousand Connections', () => {
    const id = (index: number) => `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const items = Array.from({ length: 10_000 }, (_, index) => ({
      ...item('a', `C ${index}`),
      referenceId: id(index),
    }));
    assert.equal(namesIn(JSON.stringify({ items, total: 10_000 }, undefined, 2)).length, 10_000);
  });

  it('is told from what it is not, in words', () => {
    const flows = JSON.stringify({ items: [{ referenceId: referenceId('a'), name: 'Main' }], total: 1 });
    const kinds = Object.entries({
      '': 'empty',
      ' \n': 'empty',
      '<!DOCTYPE html><html><body>{"items": []}': 'html',
      'log\n<html lang="en">\n<script>x={}</script>': 'html',
      [answer.slice(0, -20)]: 'cutOff',
      [answer.slice(0, 200)]: 'cutOff',
      'command not found: cognigy': 'noAnswer',
      '{"error": "Unauthorized"}': 'noAnswer',
      '[1, 2, {"a": ': 'noAnswer',
      [flows]: 'noAnswer',
      ['['.repeat(20_000)]: 'noAnswer',
    });
    for (const [output, kind] of kinds) {
      assert.equal(readConnectionIndex(output).kind, kind, output.slice(0, 60));
    }
    assert.match(describeIndexTrouble({ kind: 'html' }, english), /^This is a web page \(HTML\)/);
    assert.match(describeIndexTrouble({ kind: 'cutOff' }, english), /cut off, so nothing was taken from it/);
  });
});

describe('Command for the terminal', () => {
  const id = '0123456789abcdef01234567';
  const config = (agent: string) => ({ fileName: 'config.json', agent, agentDir: './agent' });
  it('is quoted as the shell needs it', () => {
    assert.equal(
      indexConnectionsCommand(config(id), '/bin/zsh'),
      `cognigy execute indexConnections -d '{"projectId":"${id}","limit":100}'`,
    );
    assert.equal(
      indexConnectionsCommand(config(id), 'C:\\Windows\\System32\\cmd.exe'),
      `cognigy execute indexConnections -d "{\\"projectId\\":\\"${id}\\",\\"limit\\":100}"`,
    );
  });

  it('names the config file of the environment', () => {
    const command = indexConnectionsCommand({ ...config(id), fileName: 'config.dev-1.json' }, '/bin/sh');
    assert.ok(command.startsWith('cognigy execute indexConnections -c config.dev-1.json -d '));
  });

  it('takes nothing from a config file that is no project ID, and no name that a shell would read', () => {
    for (const hostile of ["x'; rm -rf ~; '", '\n', `${id}\n`, '$(reboot)']) {
      assert.match(indexConnectionsCommand(config(hostile), '/bin/sh'), /"projectId":"YOUR_PROJECT_ID"/);
    }
    assert.match(indexConnectionsCommand(undefined, '/bin/sh'), /"projectId":"YOUR_PROJECT_ID"/);
    const hostile = { ...config(id), fileName: 'config.$(reboot).json' };
    assert.ok(!indexConnectionsCommand(hostile, '/bin/sh').includes('reboot'));
  });
});
