import { isSameType, type ConnectionTypeKey } from '../catalog/catalog';
import type { Clock, SecretStore, StateStore } from '../ports';
import type { FieldChange } from './connectionDraft';
import { holderOf, readHolder, type CredentialHolder } from './credentialHolder';
import type { CredentialLabel, IndexEntry } from './credentialIndex';
import { toCredentialKey, toRecord, type CredentialKey } from './credentialRecord';
import { CredentialStore } from './credentialStore';
import { SharedFields, type IsSecretField, type SharedField } from './sharedFields';

export type { CredentialHolder } from './credentialHolder';
export type { CredentialLabel } from './credentialIndex';
export type { CredentialKey } from './credentialRecord';
export type { IsSecretField, SharedField } from './sharedFields';

/** What may be said of stored credentials without reading them. */
export type CredentialStatus =
  | { readonly kind: 'none' }
  /** There are some, and the connections file that asks has neither set nor accepted them. */
  | { readonly kind: 'elsewhere' }
  /** When each field was set, as ISO 8601 by field name. */
  | { readonly kind: 'stored'; readonly setOn: Readonly<Record<string, string>> };

export type CredentialReading =
  | { readonly kind: 'none' }
  /** `plain` names the fields that the user set as no secrets. */
  | {
      readonly kind: 'values';
      readonly fields: Readonly<Record<string, string>>;
      readonly plain?: readonly string[];
    }
  /** The index says that there are values, and they can't be had: lost, damaged, or the keyring is locked. */
  | { readonly kind: 'lost' }
  /** Written by a newer version of the extension: neither read nor changed. */
  | { readonly kind: 'newer' }
  /** Set for other connections files of the same id; this one has to ask before it may use them. */
  | { readonly kind: 'elsewhere'; readonly files: readonly CredentialHolder[] };

/** `newer` and `elsewhere` as in `CredentialReading`: nothing was written. */
export type CredentialWriting = 'written' | 'newer' | 'elsewhere';

/** What a write needs to know besides the values. */
export interface CredentialOwner extends CredentialKey, ConnectionTypeKey {
  /** URI of the connections file for which the credentials are set. */
  readonly file: string;
}

/** Credentials on this machine, without their values. */
export interface StoredCredentials extends CredentialKey, ConnectionTypeKey {
  readonly setOn: Readonly<Record<string, string>>;
  readonly files: readonly CredentialHolder[];
  /** What they were called when they were stored; unknown where that was lost. */
  readonly label?: CredentialLabel;
}

/** Deleted credentials, to be put back; the values are with the vault and are forgotten with this. */
export interface TakenCredentials {
  readonly key: CredentialKey;
}

/**
 * Credentials, one record a Connection in the secret storage, with an index outside it that holds no values: lists
 * and states read only the index. Credentials of another type than the Connection's count as absent.
 */
export class CredentialVault {
  readonly #store: CredentialStore;
  readonly #shared: SharedFields;
  readonly #taken = new WeakMap<TakenCredentials, { text: string; entry: IndexEntry | undefined }>();
  readonly #ready: Promise<void>;
  #machine = '';
  #last: Promise<unknown> = Promise.resolve();

  /**
   * `machine` is the id of the machine that the host runs on, see `holderOf`; `labelOf` tells what a Connection is called,
   * if that is known here.
   */
  constructor(
    secrets: SecretStore,
    state: StateStore,
    clock: Clock,
    machine: Promise<string>,
    labelOf: (key: CredentialKey) => CredentialLabel | undefined = () => undefined,
  ) {
    this.#store = new CredentialStore(secrets, state, clock, labelOf);
    this.#shared = new SharedFields(this.#store);
    this.#ready = machine.then((id) => void (this.#machine = id));
  }

  /** Resolves once `status` and `list` can tell whose credentials there are. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** From the index alone: no round trip to the secret storage. `file` is the URI of the connections file that asks. */
  status(key: CredentialKey, type: ConnectionTypeKey, file: string): CredentialStatus {
    const entry = this.#entryOf(key, type);
    if (!entry) return { kind: 'none' };
    return entry.files.includes(this.#holder(file))
      ? { kind: 'stored', setOn: entry.setOn }
      : { kind: 'elsewhere' };
  }

  /** Whether `settle` finds everything on this machine: the index is that of VS Code's profile, and values are not. */
  get seesMachine(): boolean {
    return this.#store.seesMachine;
  }

  /** Everything that is stored on this machine, from the index alone. */
  list(): StoredCredentials[] {
    return this.#store.keys().flatMap((key) => {
      const entry = this.#store.entry(key);
      if (!entry) return [];
      const { extension, type, setOn, files, label } = entry;
      return [{ ...key, extension, type, setOn, files: this.#holders(files), ...(label && { label }) }];
    });
  }

  /** `file` is the URI of the connections file that asks. Never throws. */
  read(key: CredentialKey, type: ConnectionTypeKey, file: string): Promise<CredentialReading> {
    return this.#inTurn(async () => {
      try {
        const record = await this.#store.read(key);
        await this.#store.correct(key, record);
        if (record === 'newer') return { kind: 'newer' };
        if (!record || !isSameType(record, type)) {
          return this.#entryOf(key, type) ? { kind: 'lost' } : { kind: 'none' };
        }
        const { files, fields, plain } = record;
        if (!files.includes(this.#holder(file))) return { kind: 'elsewhere', files: this.#holders(files) };
        return { kind: 'values', fields, ...(plain && { plain }) };
      } catch {
        // Not passed on: an error of the storage or of parsing may quote what it stumbled over.
        return { kind: 'lost' };
      }
    });
  }

  /** What reading would give, for those who need no values. */
  async check(key: CredentialKey, type: ConnectionTypeKey, file: string): Promise<CredentialReading['kind']> {
    return (await this.read(key, type, file)).kind;
  }

  /** Lets another connections file use the credentials, once the user has agreed. */
  accept(key: CredentialKey, file: string): Promise<void> {
    return this.#inTurn(async () => {
      const record = await this.#store.read(key);
      const holder = this.#holder(file);
      if (!record || record === 'newer' || record.files.includes(holder)) return;
      await this.#store.put(key, { ...record, files: [...record.files, holder] });
    });
  }

  /**
   * Makes the changes and leaves fields that are not named as they are; values stored for another type are dropped.
   * `isPlain` tells which fields the user takes for no secrets.
   * @throws what the secret storage throws; the index then says again what it said before.
   */
  write(
    owner: CredentialOwner,
    changes: Readonly<Record<string, FieldChange>>,
    isPlain: (fieldName: string) => boolean = () => false,
  ): Promise<CredentialWriting> {
    return this.#inTurn(() => this.#write(owner, changes, isPlain));
  }

  /**
   * Gives a Connection the credentials of another one of its type, with the dates on which they were set: a copy of old
   * ones is as old. Leaves it as it is where they can't be had.
   */
  copy(from: CredentialKey, to: CredentialOwner): Promise<CredentialReading['kind']> {
    return this.#inTurn(() => this.#copy(from, to));
  }

  /** Takes credentials to another Reference ID. A kill between leaves them at both places, never at none. */
  move(from: CredentialKey, to: CredentialOwner): Promise<CredentialReading['kind']> {
    return this.#inTurn(async () => {
      const outcome = await this.#copy(from, to);
      if (outcome === 'values') await this.#store.remove(from);
      return outcome;
    });
  }

  /**
   * Deletes what is stored and gives back what can be put back. A connections file that has not set or accepted the
   * credentials deletes nothing, nor does any what a newer version wrote; without one, all that is on this machine is
   * meant.
   */
  delete(key: CredentialKey, file?: string): Promise<TakenCredentials | undefined> {
    return this.#inTurn(async () => {
      const text = await this.#store.readText(key);
      const record = toRecord(text);
      const isOwn =
        file === undefined || !record || (record !== 'newer' && record.files.includes(this.#holder(file)));
      if (!isOwn) return undefined;
      const entry = this.#store.entry(key);
      if (text === undefined && !entry) return undefined;
      await this.#store.remove(key);
      const taken: TakenCredentials = { key };
      if (text !== undefined) this.#taken.set(taken, { text, entry });
      return taken;
    });
  }

  /** Puts back what was deleted, unless something was stored there since. */
  restore(taken: TakenCredentials): Promise<void> {
    return this.#inTurn(async () => {
      const kept = this.#taken.get(taken);
      if (!kept || (await this.#store.readText(taken.key)) !== undefined) return;
      const record = toRecord(kept.text);
      if (record && record !== 'newer') await this.#store.put(taken.key, record, kept.entry?.label);
      else await this.#store.putText(taken.key, kept.text, kept.entry);
      this.#taken.delete(taken);
    });
  }

  /** As `SharedFields.find`: the secret fields of other Connections that hold what this one's are about to lose. */
  othersWith(
    key: CredentialKey,
    replacements: ReadonlyMap<string, string>,
    isSecret: IsSecretField,
  ): Promise<SharedField[]> {
    return this.#inTurn(() => this.#shared.find(key, replacements, isSecret));
  }

  /** As `SharedFields.replace`. */
  replaceIn(others: readonly SharedField[], key: CredentialKey): Promise<number> {
    return this.#inTurn(() => this.#shared.replace(others, key));
  }

  /**
   * Puts right what a kill or another window left. A storage that fails is left for later. `candidates` are looked at
   * where it can't say what it holds. Tells whether there was anything to look at.
   */
  settle(candidates: readonly CredentialKey[] = []): Promise<boolean> {
    return this.#inTurn(() => this.#store.settle(candidates));
  }

  /** The same for one Connection, by the key that the secret storage tells of; others' keys are passed over. */
  async settleChanged(secretName: string): Promise<void> {
    const key = toCredentialKey(secretName);
    if (key) await this.#inTurn(() => this.#store.settleOne(key, true));
  }

  async #copy(from: CredentialKey, to: CredentialOwner): Promise<CredentialReading['kind']> {
    const record = await this.#store.read(from);
    if (record === 'newer') return 'newer';
    if (!record || !isSameType(record, to)) return this.#entryOf(from, to) ? 'lost' : 'none';
    const holder = this.#holder(to.file);
    if (!record.files.includes(holder)) return 'elsewhere';
    const there = await this.#store.read(to);
    if (there === 'newer') return 'newer';
    if (there && !there.files.includes(holder)) return 'elsewhere';
    await this.#store.put(to, { ...record, setOn: this.#store.datesOf(from, record) });
    return 'values';
  }

  async #write(
    owner: CredentialOwner,
    changes: Readonly<Record<string, FieldChange>>,
    isPlain: (fieldName: string) => boolean,
  ): Promise<CredentialWriting> {
    const record = await this.#store.read(owner);
    if (record === 'newer') return 'newer';
    const holder = this.#holder(owner.file);
    if (record && !record.files.includes(holder)) return 'elsewhere';
    const isSame = record !== undefined && isSameType(record, owner);
    const fields: Record<string, string> = isSame ? { ...record.fields } : {};
    const setOn: Record<string, string> = isSame ? { ...this.#store.datesOf(owner, record) } : {};
    const plain = new Set(isSame ? record.plain : []);
    for (const [name, change] of Object.entries(changes)) {
      if (change.kind === 'keep') continue;
      Reflect.deleteProperty(fields, name);
      Reflect.deleteProperty(setOn, name);
      plain.delete(name);
      if (change.kind === 'clear' || change.value === '') continue;
      fields[name] = change.value;
      setOn[name] = this.#store.now();
      if (isPlain(name)) plain.add(name);
    }
    const { extension, type } = owner;
    const files = [...new Set([...(isSame ? record.files : []), holder])];
    if (Object.keys(fields).length === 0) await this.#store.remove(owner);
    else {
      const marked = plain.size > 0 && { plain: [...plain].sort() };
      await this.#store.put(owner, { version: 1, extension, type, fields, setOn, files, ...marked });
    }
    return 'written';
  }

  /** What the index says of credentials of a type, where there are any. */
  #entryOf(key: CredentialKey, type: ConnectionTypeKey): IndexEntry | undefined {
    const entry = this.#store.entry(key);
    return entry && isSameType(entry, type) && Object.keys(entry.setOn).length > 0 ? entry : undefined;
  }

  #holder(file: string): string {
    return holderOf(this.#machine, file);
  }

  #holders(files: readonly string[]): CredentialHolder[] {
    return files.map((text) => readHolder(text, this.#machine));
  }

  /** One after the other: what one reads, another must not be about to replace. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = Promise.all([this.#last, this.#ready]).then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
