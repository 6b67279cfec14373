import type { FormatDate, Localize } from '../ports';
import type { Connection } from './connection';
import type { CredentialStatus } from './credentialVault';

/** The day of a time in milliseconds since the epoch, as the connections file holds it: `2026-11-22`, the same in every time zone. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The day since which the secrets on this machine are out of date: they were replaced somewhere else after they were
 * last set here. Undefined where none is stored, or nobody has said so; a mark that is no date says nothing.
 */
export function rotatedSince(
  { rotatedOn }: Pick<Connection, 'rotatedOn'>,
  status: CredentialStatus,
  isSecret: (field: string) => boolean,
): string | undefined {
  if (status.kind !== 'stored' || rotatedOn === undefined || Number.isNaN(Date.parse(rotatedOn)))
    return undefined;
  const dates = Object.entries(status.setOn).flatMap(([field, date]) => (isSecret(field) ? [date] : []));
  const latest = dates.sort().at(-1)?.slice(0, 10);
  return latest !== undefined && latest < rotatedOn.slice(0, 10) ? rotatedOn : undefined;
}

/** `day` is since when the credentials here are out of date. */
export function rotatedSentence(day: string, t: Localize, formatDate: FormatDate): string {
  return t('Replaced on {0} elsewhere; the credentials here are older.', formatDate(day));
}
