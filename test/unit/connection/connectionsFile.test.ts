import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection/connection';
import { readConnectionsFile } from '../../../src/core/connection/connectionsFile';
import { connectionsText, entry, referenceId } from '../../support/flows';

const connection = (digit: string, name: string, more: Partial<Connection> = {}): Connection => ({
  ...entry(referenceId(digit), name),
  isTemporary: false,
  ...more,
});
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
