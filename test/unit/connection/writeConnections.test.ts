import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection/connection';
import { readConnectionsFile } from '../../../src/core/connection/connectionsFile';
import { writeConnection, writeConnections } from '../../../src/core/connection/writeConnections';
import { toReferenceId } from '../../../src/core/flow/referenceId';
import { connectionsText, entry, referenceId } from '../../support/flows';

const make = (index: number, name: string): Connection => ({
  referenceId: toReferenceId(`${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`)!,
  name,
  extension: '@cognigy/basic-nodes',
  type: 'http_basic',
  isTemporary: index % 3 === 0,
});
const oneByOne = (text: string, connections: readonly Connection[]) =>
  connections.reduce((result, connection) => writeConnection(result, connection), text);

describe('writeConnections', () => {
  const many = ['Delta', 'alpha', 'Charlie', 'Echo', 'Bravo', 'Alpha 2', 'Zulu'].map((name, index) =>
    make(index, name),
  );
  const sorted = connectionsText(entry(referenceId('a'), 'Bravo'), entry(referenceId('b'), 'Mike'));
  const unsorted = connectionsText(entry(referenceId('a'), 'Mike'), entry(referenceId('b'), 'Bravo'));

  it('writes what writing them one after the other would', () => {
    const texts = {
      sorted,
      unsorted,
      empty: connectionsText(),
      'without a list': '{\n    "version": 1,\n    "id": "x"\n}',
      'CRLF and tabs': sorted.replaceAll('  ', '\t').replaceAll('\n', '\r\n'),
      'four spaces, more keys': JSON.stringify(
        { team: [1, { connections: 2 }], ...(JSON.parse(sorted) as object), after: true },
        undefined,
        4,
      ),
    };
    for (const [what, text] of Object.entries(texts)) {
      assert.equal(writeConnections(text, many), oneByOne(text, many), what);
    }
  });

  it('changes of present entries only what differs, among new ones', () => {
    const text = sorted.replace('"name": "Mike",', '"owner":  "ops", "name": "Mike",');
    const renamed = { ...make(1, 'Mike 2'), referenceId: referenceId('b') };
    const written = writeConnections(text, [make(4, 'November'), renamed]);
    assert.equal(written, writeConnection(text.replace('"Mike"', '"Mike 2"'), make(4, 'November')));
  });

  it('changes the last of duplicates, which is the one that counts', () => {
    const text = connectionsText(entry(referenceId('a'), 'A'), entry(referenceId('a'), 'B'));
    const renamed = { ...make(1, 'C'), referenceId: referenceId('a') };
    assert.equal(writeConnections(text, [renamed]), text.replace('"B"', '"C"'));
  });

  it('writes one that comes twice once, as it comes last', () => {
    const twice = [make(1, 'First'), make(2, 'Other'), { ...make(1, 'Last'), description: 'd' }];
    const once = [{ ...make(1, 'Last'), description: 'd' }, make(2, 'Other')];
    assert.equal(writeConnections(sorted, twice), oneByOne(sorted, once));
  });

  it('finds the entry of an ID that is written in capitals', () => {
    const capitals = sorted.replace(referenceId('b'), referenceId('b').toUpperCase());
    const renamed = { ...make(1, 'Mike 2'), referenceId: referenceId('b') };
    assert.equal(writeConnections(capitals, [renamed]), oneByOne(capitals, [renamed]));
    assert.equal(readConnectionsFile(writeConnections(capitals, [renamed])).connections.length, 2);
  });

  it('keeps the place of entries that all stand in one line', () => {
    const text = `{"version":1,"id":"x","connections":[${JSON.stringify(entry(referenceId('a'), 'Bravo'))}]}`;
    const { connections, trouble } = readConnectionsFile(writeConnections(text, many));
    assert.equal(trouble, undefined);
    assert.deepEqual(
      connections.map(({ name }) => name),
      ['alpha', 'Alpha 2', 'Bravo', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Zulu'],
    );
  });

  it('writes nothing for nothing, and ten thousand in one go', () => {
    assert.equal(writeConnections(sorted, []), sorted);
    const tenThousand = Array.from({ length: 10_000 }, (_, index) => make(index, `C ${index}`));
    const written = writeConnections(sorted, tenThousand);
    assert.equal(readConnectionsFile(written).connections.length, 10_002);
    const renamed = tenThousand.map((connection) => ({ ...connection, name: `${connection.name}!` }));
    const { connections } = readConnectionsFile(writeConnections(written, renamed));
    assert.equal(connections.filter(({ name }) => name.endsWith('!')).length, 10_000);
  });
});
