import { isEqual } from '../json/isEqual';
import type { Clock, SecretStore, StateStore } from '../ports';
import { CredentialIndex, type CredentialLabel, type IndexEntry } from './credentialIndex';
import { CredentialRecords, type CredentialKey, type CredentialRecord } from './credentialRecord';

/**
 * The records in the secret storage and the index of them, kept in step. The record is what is true. All windows share
 * one index and the last to write it wins, so whoever reads a record puts right what the index says of it. Two calls at
 * once would mix: the vault makes them one after the other.
 */
export class CredentialStore {
  readonly #records: CredentialRecords;
  readonly #index: CredentialIndex;
  readonly #clock: Clock;
  readonly #labelOf: (key: CredentialKey) => CredentialLabel | undefined;

  /** `labelOf` tells what a Connection is called, if that is known here. */
  constructor(
    secrets: SecretStore,
    state: StateStore,
    clock: Clock,
    labelOf: (key: CredentialKey) => CredentialLabel | undefined,
  ) {
    this.#records = new CredentialRecords(secrets);
    this.#index = new CredentialIndex(state);
    this.#clock = clock;
    this.#labelOf = labelOf;
  }

  /** What the index says, with what the Connection is called now. */
  entry(key: CredentialKey): IndexEntry | undefined {
    const entry = this.#index.get(key);
    const label = this.#labelOf(key) ?? entry?.label;
    return entry && { ...entry, ...(label && { label }) };
  }

  /** Whether `settle` finds everything that is on this machine; else what VS Code's profile has an index of. */
  get seesMachine(): boolean {
    return this.#records.areListed;
  }

  /** Whose credentials the index lists. */
  keys(): CredentialKey[] {
    return this.#index.keys();
  }

  /** Undefined for none and for a damaged one. @throws what the secret storage throws. */
  read(key: CredentialKey): Promise<CredentialRecord | 'newer' | undefined> {
    return this.#records.read(key);
  }

  /** As it is stored, damaged or of a newer version as well. @throws what the secret storage throws. */
  readText(key: CredentialKey): PromiseLike<string | undefined> {
    return this.#records.readText(key);
  }

  /**
   * The one way in which a record is stored: index, record, index, so that a kill between leaves a pending entry at
   * most.
   * @throws what the secret storage throws; the index then says again what it said before.
   */
  async put(key: CredentialKey, record: CredentialRecord, label?: CredentialLabel): Promise<void> {
    const before = this.#index.get(key);
    const planned = this.#toEntry(key, record, label);
    await this.#index.update(key, { ...planned, state: 'pending', setOn: before?.setOn ?? {} });
    try {
      await this.#records.write(key, record);
    } catch (error) {
      await this.#index.update(key, before);
      throw error;
    }
    await this.#index.update(key, { ...planned, state: this.#stateOf(key) });
  }

  /** Puts back what can't be read here, with what the index said of it. */
  async putText(key: CredentialKey, text: string, entry: IndexEntry | undefined): Promise<void> {
    await this.#records.writeText(key, text);
    await this.#index.update(key, entry);
  }

  /** The one way in which a record is deleted. @throws as `put`. */
  async remove(key: CredentialKey): Promise<void> {
    const before = this.#index.get(key);
    if (before) await this.#index.update(key, { ...before, state: 'pending' });
    try {
      await this.#records.delete(key);
    } catch (error) {
      await this.#index.update(key, before);
      throw error;
    }
    await this.#index.update(key, undefined);
  }

  /** Makes the index say what a record says; what a write left pending that stored nothing is forgotten. */
  async correct(key: CredentialKey, record: CredentialRecord | 'newer' | undefined): Promise<void> {
    const entry = this.#index.get(key);
    if (record === 'newer') return;
    if (!record) {
      if (entry?.state === 'pending') await this.#index.update(key, undefined);
      return;
    }
    const right = this.#toEntry(key, record);
    // Another name alone is not worth a write with every read.
    if (entry && isEqual({ ...entry, label: undefined }, { ...right, label: undefined })) return;
    await this.#index.update(key, right);
  }

  /**
   * Puts right what a kill or another window left: entries that are pending, and records without an entry. Reads only
   * these; whether there were any. `candidates` are looked at where the storage can't say what it holds.
   */
  async settle(candidates: readonly CredentialKey[]): Promise<boolean> {
    const pending = this.keys().filter((key) => this.#index.get(key)?.state === 'pending');
    const stored = (await this.#records.keys().catch(() => undefined)) ?? candidates;
    const unlisted = stored.filter((key) => !this.#index.get(key));
    const open = [...pending, ...unlisted];
    for (const key of open) await this.settleOne(key, false);
    return open.length > 0;
  }

  /** `isTold`: the storage itself said that it changed, so that a record that is gone was deleted. */
  async settleOne(key: CredentialKey, isTold: boolean): Promise<void> {
    try {
      const record = await this.read(key);
      if (isTold && !record && (await this.readText(key)) === undefined)
        await this.#index.update(key, undefined);
      else await this.correct(key, record);
    } catch {
      // A locked keyring says nothing of what it holds.
    }
  }

  /** When each field was set; records of earlier versions have no dates of their own. */
  datesOf(key: CredentialKey, { fields, setOn }: CredentialRecord): Record<string, string> {
    const known = this.#index.get(key)?.setOn ?? {};
    return Object.fromEntries(
      Object.keys(fields).map((name) => [name, setOn[name] ?? known[name] ?? this.now()]),
    );
  }

  /** As ISO 8601. */
  now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  #toEntry(key: CredentialKey, record: CredentialRecord, fallback?: CredentialLabel): IndexEntry {
    const { extension, type, files } = record;
    const label = this.#labelOf(key) ?? this.#index.get(key)?.label ?? fallback;
    const setOn = this.datesOf(key, record);
    return { state: this.#stateOf(key), extension, type, setOn, files, ...(label && { label }) };
  }

  /** What lasts no longer than VS Code runs is settled by the next start, as what a kill has left. */
  #stateOf(key: CredentialKey): IndexEntry['state'] {
    return this.#records.isLasting(key) ? 'set' : 'pending';
  }
}
