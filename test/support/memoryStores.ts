import { CredentialVault } from '../../src/core/connection/credentialVault';
import type { SecretStore, StateStore } from '../../src/core/ports';

/** What may go wrong with a storage, and when; a test changes it as it goes on. */
export interface StorageFaults {
  reads: boolean;
  writes: boolean;
  /** Called once a value is stored; its index entry is kept when what it gives back resolves. */
  onStored: () => Promise<void> | undefined;
}

/** A real vault over stores in memory; each time that it asks for the time, a second has gone by. */
export function memoryVault() {
  let time = Date.UTC(2026, 10, 22);
  const now = () => (time += 1000);
  const secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  const faults: StorageFaults = { reads: false, writes: false, onStored: () => undefined };
  let keeping: Promise<void> | undefined;
  const secretStore: SecretStore = {
    get: (key) =>
      faults.reads ? Promise.reject(new Error('The keyring is locked.')) : Promise.resolve(secrets.get(key)),
    store: async (key, value) => {
      if (faults.writes) throw new Error('The keyring is full.');
      secrets.set(key, value);
      keeping = faults.onStored();
      await Promise.resolve();
    },
    delete: (key) => Promise.resolve(void secrets.delete(key)),
  };
  const stateStore: StateStore = {
    get: (key) => state.get(key),
    keys: () => [...state.keys()],
    update: async (key, value) => {
      if (value === undefined) state.delete(key);
      else state.set(key, value);
      await keeping;
    },
  };
  return {
    vault: new CredentialVault(secretStore, stateStore, { now }, Promise.resolve('machine')),
    secrets,
    state,
    faults,
  };
}
