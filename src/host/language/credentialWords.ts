import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import { describeCredentials } from '../describeCredentials';
import type { LocatedProject } from '../workspaceIndex';
import type { LanguageServices } from './languageServices';

/** Says whether a Connection's credentials are on this machine; nothing of what no file registers. */
export function credentialWords(
  { vault }: LanguageServices,
  { id, project }: LocatedProject,
  catalog: Catalog,
): (connection: Connection) => string {
  const fileId = project.file?.id;
  return (connection) => {
    if (!fileId || !project.registered.has(connection.referenceId)) return '';
    const status = vault.status({ fileId, referenceId: connection.referenceId }, connection, id);
    return describeCredentials(connection, status, catalog);
  };
}
