import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Connection } from '../../../src/core/connection/connection';
import { placeOf } from '../../../src/core/flow/filePlace';
import { exportPackage } from '../../../src/core/package/exportPackage';
import { readPackageZip } from '../../../src/platform/packageZip';
import { writeZip } from '../../../src/platform/writeZip';
import { shippedCatalog } from '../../support/catalog';
import { referenceId } from '../../support/flows';

const connection = (digit: string, name: string, more: Partial<Connection> = {}): Connection => ({
  referenceId: referenceId(digit),
  name,
  extension: '@cognigy/basic-nodes',
  type: 'http_basic',
  isTemporary: false,
  ...more,
});
const createdAt = Date.UTC(2026, 10, 22);
const all = [
  connection('c', 'Zeta', { isTemporary: true }),
  connection('a', 'Alpha', { description: 'First' }),
  connection('b', 'Ours', { extension: 'ours', type: 'ours', plainFields: ['host'] }),
];
const exported = (connections: readonly Connection[]) =>
  exportPackage({ project: 'Sales', connections, createdAt }, shippedCatalog());

describe('Package without credentials', () => {
  it('holds an index and what is registered of each Connection, by name, with the names of its fields', () => {
    const files = [...exported(all)].map(([path, text]) => [path, JSON.parse(text) as unknown]);
    const basic = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
    assert.deepEqual(files, [
      [
        'index.json',
        {
          type: 'flow-connections',
          version: 1,
          createdAt: '2026-11-22T00:00:00.000Z',
          project: 'Sales',
          credentials: 'none',
          connections: [referenceId('a'), referenceId('b'), referenceId('c')],
        },
      ],
      [
        `connection/${referenceId('a')}`,
        {
          referenceId: referenceId('a'),
          name: 'Alpha',
          ...basic,
          description: 'First',
          fields: ['username', 'password'],
        },
      ],
      [
        `connection/${referenceId('b')}`,
        {
          referenceId: referenceId('b'),
          name: 'Ours',
          extension: 'ours',
          type: 'ours',
          plainFields: ['host'],
        },
      ],
      [
        `connection/${referenceId('c')}`,
        {
          referenceId: referenceId('c'),
          name: 'Zeta',
          ...basic,
          temporary: true,
          fields: ['username', 'password'],
        },
      ],
    ]);
  });

  it('is the same to the byte whatever order the Connections come in', () => {
    const zip = writeZip(exported(all), createdAt);
    assert.deepEqual(writeZip(exported([...all].reverse()), createdAt), zip);
    const unzipped = Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]);
    assert.deepEqual(unzipped, [...exported(all)]);
  });

  it('is taken for no package of Cognigy.AI, zipped or unzipped', () => {
    const files = exported(all);
    assert.equal(readPackageZip(writeZip(files, createdAt)), undefined);
    for (const path of files.keys()) assert.equal(placeOf(`exported/${path}`), undefined, path);
  });
});
