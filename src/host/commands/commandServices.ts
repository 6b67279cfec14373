import type * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { RandomSource } from '../../core/ports';
import type { CommandRegistry } from '../commands';
import type { ConnectionsFileRepository } from '../connectionsFileRepository';
import type { Log } from '../log';
import type { OpenDocuments } from '../openDocuments';
import type { ConnectionsTree } from '../tree/connectionsTree';
import type { WorkspaceIndex } from '../workspaceIndex';

/** What commands are made of. */
export interface CommandServices {
  readonly registry: CommandRegistry;
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly tree: ConnectionsTree;
  readonly repository: ConnectionsFileRepository;
  readonly random: RandomSource;
  readonly log: Log;
  readonly loadCatalog: () => Promise<Catalog>;
  readonly context: vscode.ExtensionContext;
}
