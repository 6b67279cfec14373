import type { Catalog } from '../../core/catalog/catalog';
import type { OpenDocuments } from '../openDocuments';
import type { WorkspaceIndex } from '../workspaceIndex';

/** What language features are made of. */
export interface LanguageServices {
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly loadCatalog: () => Promise<Catalog>;
}
