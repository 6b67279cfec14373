import type { ReferenceId } from '../flow/referenceId';
import { JsonDocument } from '../json/jsonDocument';
import { applyEdits } from '../json/textEdit';
import type { Connection } from './connection';
import { entriesOf, referenceIdOf } from './connectionsFile';
import { removeConnections } from './removeConnection';
import { changeEntries, writeConnection } from './writeConnections';

/**
 * The text of a connections file with a Connection in the place of the one that had another Reference ID. Where it has
 * an entry already, that stays at its place and the other goes; where the other is gone by now, the Connection is added.
 */
export function linkConnection(text: string, from: ReferenceId, connection: Connection): string {
  const document = new JsonDocument(text);
  const entries = entriesOf(document);
  const indexOf = (id: ReferenceId) => entries.findLastIndex((entry) => referenceIdOf(entry) === id);
  const index = indexOf(from);
  if (indexOf(connection.referenceId) >= 0)
    return writeConnection(removeConnections(text, new Set([from])).text, connection);
  return index < 0
    ? writeConnection(text, connection)
    : applyEdits(text, changeEntries(document, [[index, connection]]));
}
