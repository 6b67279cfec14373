import { isSameType, type ConnectionTypeKey } from '../catalog/catalog';
import { asArray, asString, isObject } from '../json/narrow';
import type { Clock, SecretStore, StateStore } from '../ports';
import type { FieldChange } from './connectionDraft';

/**
 * Whose credentials: the id of the connections file and the Reference ID. Snapshots keep a Reference ID across
 * environments while its credentials differ, so the Reference ID alone would mix them.
 */
export interface CredentialKey {
  readonly fileId: string;
  readonly referenceId: string;
}

/** What may be said of stored credentials without reading them. */
export type CredentialStatus =
  | { readonly kind: 'none' }
  /** When each field was set, as ISO 8601 by field name. */
  | { readonly kind: 'stored'; readonly setOn: Readonly<Record<string, string>> };

export type CredentialReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'values'; readonly fields: Readonly<Record<string, string>> }
  /** The index says that there are values, and they can't be had: lost, damaged, or the keyring is locked. */
  | { readonly kind: 'lost' }
  /** Written by a newer version of the extension: neither read nor changed. */
  | { readonly kind: 'newer' }
  /** Set in other workspace folders; this one has to ask before it may use them. */
  | { readonly kind: 'elsewhere'; readonly folders: readonly string[] };

/** `newer` and `elsewhere` as in `CredentialReading`: nothing was written. */
export type CredentialWriting = 'written' | 'newer' | 'elsewhere';

interface CredentialRecord extends ConnectionTypeKey {
  readonly version: 1;
  readonly fields: Readonly<Record<string, string>>;
  /** The workspace folders that set or accepted the credentials. */
  readonly folders: readonly string[];
}

interface IndexEntry extends ConnectionTypeKey {
  /** `pending` while a write is under way: what a kill leaves is settled by the next read. */
  readonly state: 'pending' | 'set';
  readonly setOn: Readonly<Record<string, string>>;
}

/** What a write needs to know besides the values. */
export interface CredentialOwner extends CredentialKey, ConnectionTypeKey {
  /** URI of the workspace folder in which the credentials are set. */
  readonly folder: string;
}

/**
 * Credentials, one record a Connection in the secret storage, with an index outside it that holds no values: lists
 * and states read only the index. Credentials of another type than the Connection's count as absent.
 */
export class CredentialVault {
  readonly #secrets: SecretStore;
  readonly #index: StateStore;
  readonly #clock: Clock;

  constructor(secrets: SecretStore, index: StateStore, clock: Clock) {
    this.#secrets = secrets;
    this.#index = index;
    this.#clock = clock;
  }

  /** From the index alone: no round trip to the secret storage. */
  status(key: CredentialKey, type: ConnectionTypeKey): CredentialStatus {
    const entry = this.#entry(key);
    if (!entry || !isSameType(entry, type) || Object.keys(entry.setOn).length === 0) return { kind: 'none' };
    return { kind: 'stored', setOn: entry.setOn };
  }

  /** `folder` is the URI of the workspace folder that asks. Never throws. */
  async read(key: CredentialKey, type: ConnectionTypeKey, folder: string): Promise<CredentialReading> {
    try {
      await this.#settle(key);
      const record = await this.#record(key);
      if (record === 'newer') return { kind: 'newer' };
      if (!record || !isSameType(record, type)) {
        return this.status(key, type).kind === 'stored' ? { kind: 'lost' } : { kind: 'none' };
      }
      const { folders, fields } = record;
      return folders.includes(folder) ? { kind: 'values', fields } : { kind: 'elsewhere', folders };
    } catch {
      // Not passed on: an error of the storage or of parsing may quote what it stumbled over.
      return { kind: 'lost' };
    }
  }

  /** Lets another workspace folder use the credentials, once the user has agreed. */
  async accept(key: CredentialKey, folder: string): Promise<void> {
    const record = await this.#record(key);
    if (!record || record === 'newer' || record.folders.includes(folder)) return;
    await this.#secrets.store(
      secretKey(key),
      JSON.stringify({ ...record, folders: [...record.folders, folder] }),
    );
  }

  /**
   * Makes the changes and leaves fields that are not named as they are; values stored for another type are dropped.
   * The index is written before and after the value, so that a kill between leaves a pending entry at most.
   * @throws what the secret storage throws; the index then says again what it said before.
   */
  async write(
    owner: CredentialOwner,
    changes: Readonly<Record<string, FieldChange>>,
  ): Promise<CredentialWriting> {
    const record = await this.#record(owner);
    if (record === 'newer') return 'newer';
    if (record && !record.folders.includes(owner.folder)) return 'elsewhere';
    const before = this.#entry(owner);
    const isSame = record !== undefined && isSameType(record, owner);
    const fields: Record<string, string> = isSame ? { ...record.fields } : {};
    const setOn: Record<string, string> = isSame ? { ...before?.setOn } : {};
    const now = new Date(this.#clock.now()).toISOString();
    for (const [name, change] of Object.entries(changes)) {
      if (change.kind === 'keep') continue;
      Reflect.deleteProperty(fields, name);
      Reflect.deleteProperty(setOn, name);
      if (change.kind === 'clear' || change.value === '') continue;
      fields[name] = change.value;
      setOn[name] = now;
    }
    const { extension, type } = owner;
    await this.#index.update(indexKey(owner), {
      state: 'pending',
      extension,
      type,
      setOn: before?.setOn ?? {},
    });
    try {
      if (Object.keys(fields).length === 0) await this.#secrets.delete(secretKey(owner));
      else {
        const folders = [...new Set([...(isSame ? record.folders : []), owner.folder])];
        const next: CredentialRecord = { version: 1, extension, type, fields, folders };
        await this.#secrets.store(secretKey(owner), JSON.stringify(next));
      }
    } catch (error) {
      await this.#index.update(indexKey(owner), before);
      throw error;
    }
    const entry: IndexEntry = { state: 'set', extension, type, setOn };
    await this.#index.update(indexKey(owner), Object.keys(setOn).length === 0 ? undefined : entry);
    return 'written';
  }

  /** Gives a Connection the credentials of another one of its type; leaves it as it is where they can't be had. */
  async copy(from: CredentialKey, to: CredentialOwner): Promise<void> {
    const reading = await this.read(from, to, to.folder);
    if (reading.kind !== 'values') return;
    const changes = Object.entries(reading.fields).map(
      ([name, value]) => [name, { kind: 'replace', value }] as const,
    );
    await this.write(to, Object.fromEntries(changes));
  }

  /** Ends a write that a kill interrupted, by what the secret storage holds. */
  async #settle(key: CredentialKey): Promise<void> {
    const entry = this.#entry(key);
    if (entry?.state !== 'pending') return;
    const record = await this.#record(key);
    if (record === 'newer') return;
    if (!record) {
      await this.#index.update(indexKey(key), undefined);
      return;
    }
    const now = new Date(this.#clock.now()).toISOString();
    const setOn = Object.fromEntries(
      Object.keys(record.fields).map((name) => [name, entry.setOn[name] ?? now]),
    );
    await this.#index.update(indexKey(key), {
      ...entry,
      extension: record.extension,
      type: record.type,
      state: 'set',
      setOn,
    });
  }

  #entry(key: CredentialKey): IndexEntry | undefined {
    const entry = this.#index.get(indexKey(key));
    if (!isObject(entry)) return undefined;
    return {
      state: entry.state === 'pending' ? 'pending' : 'set',
      extension: asString(entry.extension) ?? '',
      type: asString(entry.type) ?? '',
      setOn: stringsOf(entry.setOn),
    };
  }

  /** A damaged record is none: nobody can read it any more. */
  async #record(key: CredentialKey): Promise<CredentialRecord | 'newer' | undefined> {
    const text = await this.#secrets.get(secretKey(key));
    const value = text === undefined ? undefined : parse(text);
    if (!isObject(value)) return undefined;
    if (value.version !== 1) return 'newer';
    return {
      version: 1,
      extension: asString(value.extension) ?? '',
      type: asString(value.type) ?? '',
      fields: stringsOf(value.fields),
      folders: asArray(value.folders).filter((folder) => typeof folder === 'string'),
    };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function indexKey({ fileId, referenceId }: CredentialKey): string {
  return `credentials/${fileId}/${referenceId}`;
}

function secretKey({ fileId, referenceId }: CredentialKey): string {
  return `connection/${fileId}/${referenceId}`;
}

function stringsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
