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

/** Where on this machine the values stand too that a save is about to replace. To be asked before it writes. */
export async function findOldValues(
  vault: CredentialVault,
  key: CredentialKey,
  type: ConnectionTypeKey,
  changes: Readonly<Record<string, FieldChange>>,
  isSecret: IsSecretField,
): Promise<SharedField[]> {
  const replacements = new Map(
    Object.entries(changes).flatMap(([field, change]) =>
      change.kind === 'replace' && change.value !== '' && isSecret(type, field)
        ? [[field, change.value] as const]
        : [],
    ),
  );
  return replacements.size === 0 ? [] : vault.othersWith(key, replacements, isSecret);
}

/** Offers to replace an old value in the other Connections that hold it; the values are compared in the vault alone. */
export async function offerReplacement(
  { vault, confirm, t }: Pick<DocumentServices, 'vault' | 'confirm' | 't'>,
  key: CredentialKey,
  shared: readonly SharedField[],
): Promise<void> {
  const ids = new Set(shared.map(keyText));
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
  await vault.replaceIn(shared, key);
}

function keyText({ fileId, referenceId }: CredentialKey): string {
  return `${fileId}/${referenceId}`;
}

function nameOf(label: CredentialLabel | undefined): string {
  return label ? `${label.name} · ${label.project}` : '';
}
