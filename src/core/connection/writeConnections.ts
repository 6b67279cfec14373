import { insertElements, insertProperties, setProperties } from '../json/insertJson';
import { isEqual } from '../json/isEqual';
import { JsonDocument } from '../json/jsonDocument';
import { asString, isObject } from '../json/narrow';
import { applyEdits, type TextEdit } from '../json/textEdit';
import type { Connection } from './connection';
import { compareNames, entriesOf, referenceIdOf } from './connectionsFile';

/**
 * The text of a connections file with Connections written into it: a new entry goes to its place by name when the
 * entries are in that order, else to the end; of a present one only what differs is changed, and keys that we do not
 * know stay. Of several for one Reference ID the last one counts. The text must be free of trouble.
 */
export function writeConnections(text: string, connections: readonly Connection[]): string {
  const document = new JsonDocument(text);
  const entries = entriesOf(document);
  const places = new Map(entries.map((entry, index) => [referenceIdOf(entry), index]));
  const wanted = new Map(connections.map((connection) => [connection.referenceId, connection]));
  const added: Connection[] = [];
  const changed: [index: number, connection: Connection][] = [];
  for (const connection of wanted.values()) {
    const index = places.get(connection.referenceId);
    if (index === undefined) added.push(connection);
    else changed.push([index, connection]);
  }
  return applyEdits(text, [...changeEntries(document, changed), ...addEntries(document, added)]);
}

/** As `writeConnections`, for one. */
export function writeConnection(text: string, connection: Connection): string {
  return writeConnections(text, [connection]);
}

/** Gives a file the UUID of its own that credentials are stored under. */
export function writeFileId(text: string, id: string): string {
  return applyEdits(text, setProperties(new JsonDocument(text), [], { id }));
}

/** The edits by which entries say what Connections are now. */
export function changeEntries(
  document: JsonDocument,
  changed: readonly (readonly [index: number, connection: Connection])[],
): TextEdit[] {
  const entries = entriesOf(document);
  return changed.flatMap(([index, connection]) => {
    const entry = entries[index];
    if (!isObject(entry)) return [];
    const differing = Object.entries(toEntry(connection)).filter(
      ([key, value]) => !isEqual(entry[key], value),
    );
    return setProperties(document, ['connections', index], Object.fromEntries(differing));
  });
}

function addEntries(document: JsonDocument, added: readonly Connection[]): TextEdit[] {
  if (added.length === 0) return [];
  const names = entriesOf(document).map((entry) => (isObject(entry) ? (asString(entry.name) ?? '') : ''));
  const inOrder = isInOrder(names);
  const sorted = inOrder ? added.toSorted((a, b) => compareNames(a.name, b.name)) : added;
  if (!document.rangeOf(['connections'])) {
    return insertProperties(document, [], { connections: sorted.map(toEntry) });
  }
  const byPlace = new Map<number, Record<string, unknown>[]>();
  for (const connection of sorted) {
    const place = inOrder ? placeOf(names, connection.name) : names.length;
    const group = byPlace.get(place);
    if (group) group.push(toEntry(connection));
    else byPlace.set(place, [toEntry(connection)]);
  }
  return [...byPlace].flatMap(([place, group]) =>
    insertElements(document, ['connections'], place - 1, group),
  );
}

function isInOrder(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0);
}

/** Before the first name that comes later. */
function placeOf(names: readonly string[], name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNames(names[middle] ?? '', name) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `undefined` values remove a key that is there, and are not written otherwise. */
function toEntry(connection: Connection): Record<string, string | true | readonly string[] | undefined> {
  return {
    referenceId: connection.referenceId,
    name: connection.name,
    extension: connection.extension,
    type: connection.type,
    description: connection.description === '' ? undefined : connection.description,
    temporary: connection.isTemporary || undefined,
    plainFields: connection.plainFields?.length ? connection.plainFields : undefined,
    // Whoever saves a Connection without knowing of it does not take it back.
    ...(connection.rotatedOn !== undefined && { rotatedOn: connection.rotatedOn }),
  };
}
