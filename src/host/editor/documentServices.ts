import type { CredentialVault } from '../../core/connection/credentialVault';
import type { Ask } from '../ask';
import type { Confirm, Logger, RandomSource } from '../../core/ports';
import type { ConnectionsFileRepository } from '../connectionsFileRepository';
import type { WorkspaceIndex } from '../workspaceIndex';

/** What a Connection is read from and written to. */
export interface DocumentServices {
  readonly index: WorkspaceIndex;
  readonly vault: CredentialVault;
  readonly repository: ConnectionsFileRepository;
  readonly confirm: Confirm;
  readonly ask: Ask;
  readonly random: RandomSource;
  readonly log: Logger;
}
