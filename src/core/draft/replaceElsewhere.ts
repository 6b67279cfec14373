import type { ConnectionTypeKey } from '../catalog/catalog';
import type { FieldChange } from '../connection/connectionDraft';
import type {
  CredentialKey,
  CredentialVault,
  IsSecretField,
  SharedField,
} from '../connection/credentialVault';
import type { CredentialLabel } from '../connection/credentialIndex';
import type { DocumentServices } from './documentServices';

export interface Shared {
  /** The field of the Connection that is saved. */
  readonly field: string;
  readonly others: readonly SharedField[];
}

/** Where on this machine the values stand too that a save is about to replace. To be asked before it writes. */
export async function findOldValues(
  vault: CredentialVault,
  key: CredentialKey,
  type: ConnectionTypeKey,
  changes: Readonly<Record<string, FieldChange>>,
  isSecret: IsSecretField,
): Promise<Shared[]> {
  const found: Shared[] = [];
  for (const [field, change] of Object.entries(changes)) {
    if (change.kind !== 'replace' || change.value === '' || !isSecret(type, field)) continue;
    const others = await vault.othersWith(key, field, change.value, isSecret);
    if (others.length > 0) found.push({ field, others });
  }
  return found;
}

/** Offers to replace an old value in the other Connections that hold it; the values are compared in the vault alone. */
export async function offerReplacement(
  { vault, confirm, t }: Pick<DocumentServices, 'vault' | 'confirm' | 't'>,
  key: CredentialKey,
  shared: readonly Shared[],
): Promise<void> {
  const ids = new Set(shared.flatMap(({ others }) => others.map((other) => keyText(other))));
  const names = vault.list().flatMap((stored) => (ids.has(keyText(stored)) ? [nameOf(stored.label)] : []));
  const isAgreed = await confirm({
    message:
      ids.size === 1
        ? t('1 other Connection on this machine holds the old value. Replace it there too?')
        : t('{0} other Connections on this machine hold the old value. Replace it there too?', ids.size),
    detail: names.filter((name) => name !== '').join('\n'),
    agree: t('Replace There Too'),
  });
  if (!isAgreed) return;
  for (const { field, others } of shared) await vault.replaceIn(others, key, field);
}

function keyText({ fileId, referenceId }: CredentialKey): string {
  return `${fileId}/${referenceId}`;
}

function nameOf(label: CredentialLabel | undefined): string {
  return label ? `${label.name} · ${label.project}` : '';
}
