import type { Catalog } from '../catalog/catalog';
import type { Connection } from '../connection/connection';
import { compareNames } from '../connection/connectionsFile';

/** The version of the format; what reads it leaves newer ones alone. */
export const packageVersion = 1;

/** What tells such a package from those of Cognigy.AI, which are of the type `package`. */
export const packageType = 'flow-connections';

export interface PackageSource {
  readonly project: string;
  readonly connections: readonly Connection[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/**
 * The files of a package that says what Connections there are, by path, in an order of their own: the index, then each
 * Connection by name. Of credential fields it holds the names that the type declares, and no value: it has none.
 */
export function exportPackage(
  { project, connections, createdAt }: PackageSource,
  catalog: Catalog,
): ReadonlyMap<string, string> {
  const sorted = [...connections].sort(
    (a, b) => compareNames(a.name, b.name) || (a.referenceId < b.referenceId ? -1 : 1),
  );
  const index = {
    type: packageType,
    version: packageVersion,
    createdAt: new Date(createdAt).toISOString(),
    project,
    credentials: 'none',
    connections: sorted.map(({ referenceId }) => referenceId),
  };
  return new Map([
    ['index.json', toText(index)],
    ...sorted.map(
      (connection) => [`connection/${connection.referenceId}`, toText(toEntry(connection, catalog))] as const,
    ),
  ]);
}

function toEntry(connection: Connection, catalog: Catalog): unknown {
  const { referenceId, name, extension, type, description, isTemporary, plainFields } = connection;
  const fields = catalog.connectionType(connection)?.fields.map(({ fieldName }) => fieldName);
  return {
    referenceId,
    name,
    extension,
    type,
    ...(description !== undefined && { description }),
    ...(isTemporary && { temporary: true }),
    ...(fields && { fields }),
    ...(plainFields && { plainFields }),
  };
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
