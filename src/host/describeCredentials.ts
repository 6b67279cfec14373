import { l10n } from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Connection } from '../core/connection/connection';
import type { CredentialStatus } from '../core/connection/credentialVault';
import { rotatedSentence, rotatedSince } from '../core/connection/rotation';
import { isSecretField } from '../core/connection/types';
import { formatDate, localize } from './localize';

/** Whether credentials are on this machine, by the vault's index alone. */
export function describeCredentials(
  connection: Connection,
  status: CredentialStatus,
  catalog: Catalog,
): string {
  if (status.kind === 'none') return l10n.t('No credentials on this machine');
  if (status.kind === 'elsewhere')
    return l10n.t('Credentials for this Connection were set in another folder. They are not used here.');
  const dates = Object.values(status.setOn).sort();
  const latest = formatDate(dates.at(-1) ?? '');
  const total = Math.max(catalog.connectionType(connection)?.fields.length ?? 0, dates.length);
  const stored = l10n.t('{0} of {1} fields on this machine, set {2}', dates.length, total, latest);
  const rotated = rotatedSince(
    connection,
    status,
    (field) =>
      !connection.plainFields?.includes(field) && isSecretField(connection, field, catalog, localize),
  );
  return rotated === undefined ? stored : `${stored}. ${rotatedSentence(rotated, localize, formatDate)}`;
}
