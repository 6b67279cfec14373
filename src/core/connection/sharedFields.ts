import type { ConnectionTypeKey } from '../catalog/catalog';
import type { CredentialKey } from './credentialRecord';
import type { CredentialStore } from './credentialStore';

/** A field of another Connection that holds the same value. */
export interface SharedField extends CredentialKey {
  readonly field: string;
  /** The field of this Connection that holds it. */
  readonly own: string;
}

/** Which fields of a type count as secret. */
export type IsSecretField = (type: ConnectionTypeKey, field: string) => boolean;

/** Values that several Connections on this machine hold; compared here, so that nobody else gets to see them. */
export class SharedFields {
  /** What each one that was found held. */
  readonly #held = new WeakMap<SharedField, string>();

  constructor(private readonly store: CredentialStore) {}

  /**
   * The secret fields of other Connections that hold the same value as one of this one's that gets another one.
   * `replacements` are those values by field. Each record is read once.
   */
  async find(
    key: CredentialKey,
    replacements: ReadonlyMap<string, string>,
    isSecret: IsSecretField,
  ): Promise<SharedField[]> {
    const own = await this.#fieldsOf(key);
    const wanted = new Map<string, string>();
    for (const [field, replacement] of replacements) {
      const value = own[field];
      if (value !== undefined && value !== '' && value !== replacement) wanted.set(value, field);
    }
    if (wanted.size === 0) return [];
    const found: SharedField[] = [];
    for (const other of this.store.keys()) {
      if (other.fileId === key.fileId && other.referenceId === key.referenceId) continue;
      const record = await this.store.read(other);
      if (!record || record === 'newer') continue;
      for (const [name, held] of Object.entries(record.fields)) {
        const field = wanted.get(held);
        if (field === undefined || !isSecret(record, name)) continue;
        const shared = { ...other, field: name, own: field };
        this.#held.set(shared, held);
        found.push(shared);
      }
    }
    return found;
  }

  /**
   * Gives fields that were found the value that this Connection's have now, unless they hold another one by then; tells
   * how many it changed.
   */
  async replace(others: readonly SharedField[], key: CredentialKey): Promise<number> {
    const own = await this.#fieldsOf(key);
    let count = 0;
    for (const one of others) {
      const value = own[one.own];
      if (value === undefined) continue;
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

  async #fieldsOf(key: CredentialKey): Promise<Readonly<Record<string, string | undefined>>> {
    const record = await this.store.read(key);
    return record && record !== 'newer' ? record.fields : {};
  }
}
