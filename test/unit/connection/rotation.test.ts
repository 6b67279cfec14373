import assert from 'node:assert/strict';
import { readConnectionsFile } from '../../../src/core/connection/connectionsFile';
import { writeConnection } from '../../../src/core/connection/writeConnections';
import { rotatedSince as since, toDay } from '../../../src/core/connection/rotation';
import { connectionsText, entry, referenceId } from '../../support/flows';

const stored = (...dates: string[]) => ({
  kind: 'stored' as const,
  setOn: Object.fromEntries(dates.map((date, i) => [`field${i}`, date])),
});

type Arguments = Parameters<typeof since>;
const rotatedSince = (connection: Arguments[0], status: Arguments[1]) =>
  since(connection, status, () => true);

describe('rotatedSince', () => {
  it('says since when the credentials here are out of date', () => {
    const status = stored('2026-11-01T10:00:00.000Z', '2026-11-20T10:00:00.000Z');
    assert.equal(rotatedSince({ rotatedOn: '2026-11-22' }, status), '2026-11-22');
  });

  it('is silent where they were set on that day or later, and where nothing is stored or marked', () => {
    const rotatedOn = '2026-11-22';
    assert.equal(rotatedSince({ rotatedOn }, stored('2026-11-22T00:00:00.000Z')), undefined);
    assert.equal(
      rotatedSince({ rotatedOn }, stored('2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z')),
      undefined,
    );
    assert.equal(rotatedSince({ rotatedOn }, { kind: 'none' }), undefined);
    assert.equal(rotatedSince({}, stored('2026-11-01T00:00:00.000Z')), undefined);
  });

  it('is not silenced by a user name that was set later', () => {
    const status = {
      kind: 'stored',
      setOn: { username: '2026-12-01T00:00:00.000Z', password: '2026-11-01T00:00:00.000Z' },
    } as const;
    const rotatedOn = '2026-11-22';
    assert.equal(
      since({ rotatedOn }, status, (field) => field === 'password'),
      rotatedOn,
    );
    assert.equal(
      since({ rotatedOn }, status, () => false),
      undefined,
      'where no secret is stored',
    );
  });

  it('takes a mark that is no date for none', () => {
    assert.equal(rotatedSince({ rotatedOn: 'zzz' }, stored('2026-11-01T00:00:00.000Z')), undefined);
  });

  it('is by days, which are written to the file and read from it', () => {
    const rotatedOn = toDay(Date.UTC(2026, 10, 22, 23, 59));
    const connection = { ...entry(referenceId('b'), 'X'), isTemporary: false };
    const text = writeConnection(connectionsText(entry(referenceId('b'), 'X')), { ...connection, rotatedOn });
    assert.equal(readConnectionsFile(text).connections[0]?.rotatedOn, '2026-11-22');
    assert.equal(writeConnection(text, connection), text, 'who does not know of it keeps it');
  });
});
