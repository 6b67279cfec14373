import type { Connection } from './connection';
import type { CredentialStatus } from './credentialVault';

/** The day of a time in milliseconds since the epoch, as the connections file holds it: `2026-11-22`, the same in every time zone. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The day since which the credentials on this machine are out of date: they were replaced somewhere else after they
 * were last set here. Undefined where nothing is stored, or nobody has said so; a mark that is no date says nothing.
 */
export function rotatedSince(
  { rotatedOn }: Pick<Connection, 'rotatedOn'>,
  status: CredentialStatus,
): string | undefined {
  if (status.kind === 'none' || rotatedOn === undefined || Number.isNaN(Date.parse(rotatedOn)))
    return undefined;
  const latest = Object.values(status.setOn).sort().at(-1)?.slice(0, 10) ?? '';
  return latest < rotatedOn.slice(0, 10) ? rotatedOn : undefined;
}
