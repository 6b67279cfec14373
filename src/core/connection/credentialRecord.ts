import type { ConnectionTypeKey } from '../catalog/catalog';
import { asArray, asString, isObject } from '../json/narrow';
import type { SecretStore } from '../ports';

/**
 * Whose credentials: the id of the connections file and the Reference ID. Snapshots keep a Reference ID across
 * environments while its credentials differ, so the Reference ID alone would mix them.
 */
export interface CredentialKey {
  readonly fileId: string;
  readonly referenceId: string;
}

/** What the secret storage holds of a Connection: all that is true of its credentials. */
export interface CredentialRecord extends ConnectionTypeKey {
  readonly version: 1;
  readonly fields: Readonly<Record<string, string>>;
  /** When each field was set, as ISO 8601: an index that was lost is made again of it. */
  readonly setOn: Readonly<Record<string, string>>;
  /**
   * The fields that were set as no secrets by the user's choice: what the connections file says of that now, somebody else
   * may have written. Records from before this have none.
   */
  readonly plain?: readonly string[];
  /** The connections files for which they were set or accepted, see `holderOf`: copies of one have the same id. */
  readonly files: readonly string[];
}

/** The records in the secret storage. What they hold stays in this room: the vault alone hands values out. */
export class CredentialRecords {
  constructor(private readonly secrets: SecretStore) {}

  /** A damaged record is none: nobody can read it any more. */
  async read(key: CredentialKey): Promise<CredentialRecord | 'newer' | undefined> {
    return toRecord(await this.readText(key));
  }

  /** As it is stored, for putting it back. */
  readText(key: CredentialKey): PromiseLike<string | undefined> {
    return this.secrets.get(secretKey(key));
  }

  write(key: CredentialKey, record: CredentialRecord): PromiseLike<void> {
    return this.writeText(key, JSON.stringify(record));
  }

  writeText(key: CredentialKey, text: string): PromiseLike<void> {
    return this.secrets.store(secretKey(key), text);
  }

  delete(key: CredentialKey): PromiseLike<void> {
    return this.secrets.delete(secretKey(key));
  }

  /** Whether a record is still there after a restart. */
  isLasting(key: CredentialKey): boolean {
    return this.secrets.isLasting?.(secretKey(key)) ?? true;
  }

  /** Whether the storage can say whose records there are. */
  get areListed(): boolean {
    return this.secrets.keys !== undefined;
  }

  /** Whose records there are; undefined where the storage can't say, as in the oldest VS Code. */
  async keys(): Promise<CredentialKey[] | undefined> {
    if (!this.secrets.keys) return undefined;
    return (await this.secrets.keys()).flatMap((name) => toCredentialKey(name) ?? []);
  }
}

/** Whose record a key of the secret storage names; undefined for what is no record. */
export function toCredentialKey(name: string): CredentialKey | undefined {
  const [, fileId, referenceId] = /^connection\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
  return fileId === undefined || referenceId === undefined ? undefined : { fileId, referenceId };
}

function secretKey({ fileId, referenceId }: CredentialKey): string {
  return `connection/${fileId}/${referenceId}`;
}

export function toRecord(text: string | undefined): CredentialRecord | 'newer' | undefined {
  const value = text === undefined ? undefined : parse(text);
  if (!isObject(value)) return undefined;
  if (value.version !== 1) return 'newer';
  const plain = asArray(value.plain).filter((name) => typeof name === 'string');
  return {
    version: 1,
    extension: asString(value.extension) ?? '',
    type: asString(value.type) ?? '',
    fields: stringsOf(value.fields),
    setOn: stringsOf(value.setOn),
    ...(plain.length > 0 && { plain }),
    files: asArray(value.files).filter((file) => typeof file === 'string'),
  };
}

/** The properties of an object that are strings. */
export function stringsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
