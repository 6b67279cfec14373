import type { Catalog } from '../../core/catalog/catalog';
import type { CredentialVault } from '../../core/connection/credentialVault';
import type { OpenDocuments } from '../openDocuments';
import type { WorkspaceIndex } from '../workspaceIndex';

/** What language features are made of. */
export interface LanguageServices {
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly loadCatalog: () => Promise<Catalog>;
  /** Asked for what it says without values. */
  readonly vault: Pick<CredentialVault, 'status'>;
}
