import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection/connection';
import {
  newConnectionsFile,
  readConnectionsFile,
  writeConnection,
  writeFileId,
} from '../../../src/core/connection/connectionsFile';
import { connectionsText, entry, referenceId } from '../../support/flows';

const connection = (digit: string, name: string, more: Partial<Connection> = {}): Connection => ({
  ...entry(referenceId(digit), name),
  isTemporary: false,
  ...more,
});
const write = writeConnection;
const namesIn = (text: string) => readConnectionsFile(text).connections.map(({ name }) => name);

describe('readConnectionsFile', () => {
  it('reads what it holds', () => {
    const text = connectionsText({
      ...entry(referenceId('b'), 'ServiceNow'),
      temporary: true,
      description: 'd',
    });
    const file = readConnectionsFile(text);
    assert.deepEqual(file.connections, [
      connection('b', 'ServiceNow', { isTemporary: true, description: 'd' }),
    ]);
    assert.equal(file.trouble, undefined);
  });

  it('says where a broken text breaks, and keeps what can be read', () => {
    const broken = connectionsText(entry(referenceId('b'), 'ServiceNow')).replace(
      '"type": "http_basic"',
      '"type" oops',
    );
    const file = readConnectionsFile(broken);
    assert.deepEqual(file.trouble, { kind: 'unreadable', line: 9 });
    assert.equal(file.connections.length, 1);
  });

  it('tells merge conflicts and newer versions from other trouble', () => {
    const conflict = `{\n<<<<<<< HEAD\n  "version": 1,\n=======\n  "version": 1,\n>>>>>>> theirs\n  "connections": []\n}`;
    assert.deepEqual(readConnectionsFile(conflict).trouble, { kind: 'conflict', line: 2 });
    const newer = connectionsText(entry(referenceId('b'), 'X')).replace('"version": 1', '"version": 2');
    assert.deepEqual(readConnectionsFile(newer).trouble, { kind: 'newerVersion' });
    assert.deepEqual(namesIn(newer), ['X']);
  });

  it('calls an entry without a name by its Reference ID', () => {
    const { name, ...unnamed } = entry(referenceId('b'), 'X');
    assert.deepEqual([name, ...namesIn(connectionsText(unnamed))], ['X', referenceId('b')]);
  });

  it('takes for an id only what can be part of a key (8.5)', () => {
    const idOf = (id: unknown) => readConnectionsFile(JSON.stringify({ version: 1, id, connections: [] })).id;
    for (const id of ['x', '44444444-4444-4444-8444-444444444444']) assert.equal(idOf(id), id);
    for (const id of ['a/b', '../x', '', 'a b', 'x'.repeat(101), 1, null]) assert.equal(idOf(id), '');
  });

  it('passes over entries that name no Connection', () => {
    assert.deepEqual(namesIn(connectionsText(null, 1, {}, { referenceId: 'x' })), []);
  });

  it('takes an empty text, an array and a wrong key for unreadable', () => {
    for (const text of ['', '[]', '{"connections": 5}']) {
      assert.equal(readConnectionsFile(text).trouble?.kind, 'unreadable', text);
    }
  });
});

describe('writeConnection', () => {
  it('adds to a new file', () => {
    const text = write(
      newConnectionsFile('11111111-1111-4111-8111-111111111111', undefined),
      connection('b', 'X'),
    );
    assert.equal(
      text,
      `{
  "version": 1,
  "id": "11111111-1111-4111-8111-111111111111",
  "connections": [
    {
      "referenceId": "b2582db9-2bd7-4a35-94a3-fbbade0a581d",
      "name": "X",
      "extension": "@cognigy/basic-nodes",
      "type": "http_basic"
    }
  ]
}
`,
    );
  });

  it('puts a new entry to its place by name when the file is in that order, else to the end', () => {
    const ordered = connectionsText(entry(referenceId('a'), 'alpha'), entry(referenceId('c'), 'Gamma'));
    assert.deepEqual(namesIn(write(ordered, connection('b', 'Beta'))), ['alpha', 'Beta', 'Gamma']);
    assert.deepEqual(namesIn(write(ordered, connection('b', 'Aa'))), ['Aa', 'alpha', 'Gamma']);
    const mixed = connectionsText(entry(referenceId('a'), 'Z'), entry(referenceId('c'), 'A'));
    assert.deepEqual(namesIn(write(mixed, connection('b', 'B'))), ['Z', 'A', 'B']);
  });

  for (const [what, convert] of [
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['tabs', (text: string) => text.replaceAll('  ', '\t')],
    ['four spaces', (text: string) => text.replaceAll('  ', '    ')],
    ['no newline at the end', (text: string) => text.trimEnd()],
  ] as const) {
    it(`keeps every other byte of a file with ${what}, and its style`, () => {
      const before = convert(connectionsText(entry(referenceId('a'), 'A'), entry(referenceId('c'), 'C')));
      const expected = convert(
        connectionsText(
          entry(referenceId('a'), 'A'),
          entry(referenceId('b'), 'B'),
          entry(referenceId('c'), 'C'),
        ),
      );
      assert.equal(write(before, connection('b', 'B')), expected);
    });
  }

  it('changes of a present entry only what differs, and keeps unknown keys', () => {
    const before = connectionsText(
      { ...entry(referenceId('b'), 'Old'), owner: 'team-a' },
      entry(referenceId('c'), 'C'),
    );
    const after = write(before, connection('b', 'New'));
    assert.equal(after, before.replace('"Old"', '"New"'));
    assert.equal(write(after, connection('b', 'New')), after);
  });

  it('changes the last of duplicates, which is the one that counts', () => {
    const before = connectionsText(entry(referenceId('b'), 'First'), entry(referenceId('b'), 'Last'));
    assert.deepEqual(namesIn(write(before, connection('b', 'New'))), ['First', 'New']);
  });

  it('takes away what is set no more', () => {
    const before = connectionsText({ ...entry(referenceId('b'), 'X'), description: 'd', temporary: true });
    assert.equal(write(before, connection('b', 'X')), connectionsText(entry(referenceId('b'), 'X')));
    const plain = connectionsText({ ...entry(referenceId('b'), 'X'), plainFields: ['host'] });
    const without = connectionsText(entry(referenceId('b'), 'X'));
    assert.equal(write(plain, connection('b', 'X', { plainFields: [] })), without);
  });

  it('adds the list to a file that has none, and an id to one made by hand', () => {
    assert.deepEqual(namesIn(write('{\n  "version": 1\n}\n', connection('b', 'X'))), ['X']);
    const text = '{\n  "version": 1\n}\n';
    assert.equal(readConnectionsFile(writeFileId(text, 'the-id')).id, 'the-id');
  });
});
