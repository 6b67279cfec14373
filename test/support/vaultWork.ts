import type { CredentialVault } from '../../src/core/connection/credentialVault';
import type { FieldChange } from '../../src/core/connection/connectionDraft';

export const basic = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
export const file = 'file:///one';
export const fileId = 'file-1';
export const ownerOf = (referenceId: string) => ({ fileId, referenceId, ...basic, file });
export const first = ownerOf('b2582db9-2bd7-4a35-94a3-fbbade0a581d');
export const second = ownerOf('c2582db9-2bd7-4a35-94a3-fbbade0a581d');

const set = (value: string): FieldChange => ({ kind: 'replace', value });

/** Both fields of one write hold its number, so that half of a write would show. */
export const valuesOf = (round: number | string) => ({
  username: `user-${round}`,
  password: `pass-${round}`,
});

export const writeRound = (vault: CredentialVault, owner: typeof first, round: number | string) => {
  const { username, password } = valuesOf(round);
  return vault.write(owner, { username: set(username), password: set(password) });
};

/** What the windows of the tests do over and over. */
export const vaultWork = {
  write: (vault: CredentialVault, round: number) => writeRound(vault, first, round),
  delete: (vault: CredentialVault) => vault.delete(first, file),
  move: (vault: CredentialVault) => vault.move(first, second),
  restore: async (vault: CredentialVault) => {
    const taken = await vault.delete(first, file);
    if (taken) await vault.restore(taken);
  },
  clear: (vault: CredentialVault) =>
    vault.write(first, { username: { kind: 'clear' }, password: { kind: 'clear' } }),
  /** Writes, and deletes each third time. */
  mixed: async (vault: CredentialVault, round: number) => {
    await (round % 3 === 0 ? vault.delete(first, file) : writeRound(vault, first, round));
  },
  /** Connections of its own beside one that all windows write. */
  many: async (vault: CredentialVault, round: number) => {
    const own = ownerOf(`${process.pid}-${round % 5}`);
    await writeRound(vault, own, `${process.pid}-${round}`);
    await writeRound(vault, first, `${process.pid}-${round}`);
  },
};

export type VaultWork = keyof typeof vaultWork;
