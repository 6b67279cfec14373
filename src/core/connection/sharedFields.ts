import type { ConnectionTypeKey } from '../catalog/catalog';
import type { CredentialKey } from './credentialRecord';
import type { CredentialStore } from './credentialStore';

/** A field of another Connection that holds the same value. */
export interface SharedField extends CredentialKey {
  readonly field: string;
}

/** Which fields of a type count as secret. */
export type IsSecretField = (type: ConnectionTypeKey, field: string) => boolean;

/** The secret fields of other Connections on this machine that hold the same value as a field of this one. */
export async function findSharedFields(
  store: CredentialStore,
  key: CredentialKey,
  field: string,
  isSecret: IsSecretField,
): Promise<SharedField[]> {
  const value = await valueOf(store, key, field);
  if (value === undefined || value === '') return [];
  const found: SharedField[] = [];
  for (const other of store.keys()) {
    if (other.fileId === key.fileId && other.referenceId === key.referenceId) continue;
    const record = await store.read(other);
    if (!record || record === 'newer') continue;
    for (const [name, held] of Object.entries(record.fields)) {
      if (held === value && isSecret(record, name)) found.push({ ...other, field: name });
    }
  }
  return found;
}

/** Gives fields of other Connections the value that a field of this one has now; tells how many it changed. */
export async function replaceSharedFields(
  store: CredentialStore,
  others: readonly SharedField[],
  key: CredentialKey,
  field: string,
): Promise<number> {
  const value = await valueOf(store, key, field);
  if (value === undefined) return 0;
  let count = 0;
  for (const { fileId, referenceId, field: name } of others) {
    const other = { fileId, referenceId };
    const record = await store.read(other);
    if (!record || record === 'newer' || record.fields[name] === undefined) continue;
    const setOn = { ...record.setOn, [name]: store.now() };
    await store.put(other, { ...record, fields: { ...record.fields, [name]: value }, setOn });
    count += 1;
  }
  return count;
}

async function valueOf(
  store: CredentialStore,
  key: CredentialKey,
  field: string,
): Promise<string | undefined> {
  const record = await store.read(key);
  return record && record !== 'newer' ? record.fields[field] : undefined;
}
