import type { CredentialVault } from '../connection/credentialVault';
import type { Choose, Confirm, FormatDate, Localize, Logger, RandomSource } from '../ports';
import type { ConnectionHome } from './connectionHome';

/** What a Connection is read from and written to, and who is asked. */
export interface DocumentServices {
  readonly home: ConnectionHome;
  readonly vault: CredentialVault;
  readonly confirm: Confirm;
  readonly choose: Choose;
  readonly random: RandomSource;
  readonly log: Logger;
  readonly t: Localize;
  readonly formatDate: FormatDate;
}
