import type { CredentialVault } from '../connection/credentialVault';
import type { Choose, Confirm, Logger, RandomSource, Words } from '../ports';
import type { ConnectionHome } from './connectionHome';

/** What a Connection is read from and written to, and who is asked. */
export interface DocumentServices extends Words {
  readonly home: ConnectionHome;
  readonly vault: CredentialVault;
  readonly confirm: Confirm;
  readonly choose: Choose;
  readonly random: RandomSource;
  readonly log: Logger;
}
