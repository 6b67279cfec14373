import type { ReferenceId } from '../flow/referenceId';
import { JsonDocument } from '../json/jsonDocument';
import { asArray, isObject } from '../json/narrow';
import type { Connection } from './connection';
import { referenceIdOf, setValue, writeConnection } from './connectionsFile';
import { removeConnections } from './removeConnection';

/**
 * The text of a connections file with a Connection in the place of the one that had another Reference ID. Where it has
 * an entry already, that stays at its place and the other goes; where the other is gone by now, the Connection is added.
 */
export function linkConnection(text: string, from: ReferenceId, connection: Connection): string {
  const root = new JsonDocument(text).value;
  const entries = asArray(isObject(root) ? root.connections : undefined);
  const indexOf = (id: ReferenceId) => entries.findLastIndex((entry) => referenceIdOf(entry) === id);
  const index = indexOf(from);
  if (indexOf(connection.referenceId) >= 0)
    return writeConnection(removeConnections(text, new Set([from])).text, connection);
  const linked =
    index < 0 ? text : setValue(text, ['connections', index, 'referenceId'], connection.referenceId);
  return writeConnection(linked, connection);
}
