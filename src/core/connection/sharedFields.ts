import type { ConnectionTypeKey } from '../catalog/catalog';
import type { CredentialKey } from './credentialRecord';
import type { CredentialStore } from './credentialStore';

/** A field of another Connection that holds the same value. */
export interface SharedField extends CredentialKey {
  readonly field: string;
}

/** Which fields of a type count as secret. */
export type IsSecretField = (type: ConnectionTypeKey, field: string) => boolean;

/** Values that several Connections on this machine hold; compared here, so that nobody else gets to see them. */
export class SharedFields {
  /** What each one that was found held. */
  readonly #held = new WeakMap<SharedField, string>();

  constructor(private readonly store: CredentialStore) {}

  /**
   * The secret fields of other Connections that hold the same value as a field of this one; none where its
   * `replacement` is the same.
   */
  async find(
    key: CredentialKey,
    field: string,
    replacement: string,
    isSecret: IsSecretField,
  ): Promise<SharedField[]> {
    const value = await this.#valueOf(key, field);
    if (value === undefined || value === '' || value === replacement) return [];
    const found: SharedField[] = [];
    for (const other of this.store.keys()) {
      if (other.fileId === key.fileId && other.referenceId === key.referenceId) continue;
      const record = await this.store.read(other);
      if (!record || record === 'newer') continue;
      for (const [name, held] of Object.entries(record.fields)) {
        if (held === value && isSecret(record, name)) found.push({ ...other, field: name });
      }
    }
    for (const one of found) this.#held.set(one, value);
    return found;
  }

  /**
   * Gives fields that were found the value that a field of this Connection has now, unless they hold another one by
   * then; tells how many it changed.
   */
  async replace(others: readonly SharedField[], key: CredentialKey, field: string): Promise<number> {
    const value = await this.#valueOf(key, field);
    if (value === undefined) return 0;
    let count = 0;
    for (const one of others) {
      const other = { fileId: one.fileId, referenceId: one.referenceId };
      const record = await this.store.read(other);
      const held = this.#held.get(one);
      if (!record || record === 'newer' || held === undefined || record.fields[one.field] !== held) continue;
      const setOn = { ...record.setOn, [one.field]: this.store.now() };
      await this.store.put(other, { ...record, fields: { ...record.fields, [one.field]: value }, setOn });
      count += 1;
    }
    return count;
  }

  async #valueOf(key: CredentialKey, field: string): Promise<string | undefined> {
    const record = await this.store.read(key);
    return record && record !== 'newer' ? record.fields[field] : undefined;
  }
}
