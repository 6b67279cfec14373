import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection/connection';
import { newConnectionsFile, readConnectionsFile } from '../../../src/core/connection/connectionsFile';
import { writeConnection as write, writeFileId } from '../../../src/core/connection/writeConnections';
import { connectionsText, entry, referenceId } from '../../support/flows';

const connection = (digit: string, name: string, more: Partial<Connection> = {}): Connection => ({
  ...entry(referenceId(digit), name),
  isTemporary: false,
  ...more,
});
const namesIn = (text: string) => readConnectionsFile(text).connections.map(({ name }) => name);

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
    const twin = connectionsText(entry(referenceId('a'), 'A'), entry(referenceId('c'), 'C'));
    const { connections } = readConnectionsFile(write(twin, connection('b', 'A')));
    assert.deepEqual(
      connections.map(({ referenceId: id }) => id[0]),
      ['a', 'b', 'c'],
      'after the one that has its name',
    );
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

  // How a file may be written: every line below stands for a habit.
  const oneLine = (value: unknown) =>
    JSON.stringify(value)
      .replaceAll('":', '": ')
      .replaceAll(/,(?=["{])/g, ', ');
  const [a, c] = [entry(referenceId('a'), 'A'), { ...entry(referenceId('c'), 'C'), temporary: true }];
  const b = entry(referenceId('b'), 'B');
  const styles: Readonly<Record<string, (...entries: readonly object[]) => string>> = {
    'tall entries': (...entries) => connectionsText(...entries),
    'an entry a line': (...entries) =>
      `{\n  "version": 1, "id": "x",\n  "connections": [\n    ${entries.map(oneLine).join(',\n    ')}\n  ]\n}\n`,
    'one line': (...entries) => JSON.stringify({ version: 1, id: 'x', connections: entries }),
    'one airy line': (...entries) => oneLine({ version: 1, id: 'x', connections: entries }),
    'tall entries in a tight list': (...entries) =>
      `{ "version": 1, "connections": [${entries.map((one) => JSON.stringify(one, undefined, 2)).join(', ')}] }`,
  };
  for (const [style, build] of Object.entries(styles)) {
    it(`writes an entry as its neighbors are, and leaves those alone: ${style} (8.11)`, () => {
      const before = build(a, c);
      assert.equal(write(before, connection('b', 'B')), build(a, b, c));
      assert.equal(write(before, connection('b', '!')), build(entry(referenceId('b'), '!'), a, c));
      assert.equal(write(before, connection('b', 'Z')), build(a, c, entry(referenceId('b'), 'Z')));
      assert.equal(write(before, connection('c', 'New')), build(a, entry(referenceId('c'), 'New')));
      const described = connection('a', 'A', { description: 'd', isTemporary: true });
      assert.equal(write(before, described), build({ ...a, description: 'd', temporary: true }, c));
    });
  }

  it('writes one key beside others that it takes out', () => {
    const full = { ...a, description: 'd', temporary: true, plainFields: ['host'] };
    for (const build of Object.values(styles)) {
      assert.equal(write(build(full, c), connection('a', 'A')), build(a, c));
      const rotated = connection('a', 'A', { rotatedOn: '2026-01-02' });
      assert.equal(write(build(full, c), rotated), build({ ...a, rotatedOn: '2026-01-02' }, c));
    }
  });
});
