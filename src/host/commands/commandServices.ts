import type * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { CredentialVault } from '../../core/connection/credentialVault';
import type { Clock, Confirm, RandomSource } from '../../core/ports';
import type { Ask } from '../ask';
import type { CommandRegistry } from '../commands';
import type { ConnectionsFileRepository } from '../connectionsFileRepository';
import type { Diagnostics } from '../diagnostics/startDiagnostics';
import type { Log } from '../log';
import type { ConnectionEditors } from '../editor/connectionEditors';
import type { FlowView } from '../flow/flowView';
import type { NewConnections } from '../newConnections';
import type { OpenDocuments } from '../openDocuments';
import type { ReplaceFile } from '../replaceFile';
import type { ConnectionsTree } from '../tree/connectionsTree';
import type { WorkspaceIndex } from '../workspaceIndex';

/** What commands are made of. */
export interface CommandServices {
  readonly registry: CommandRegistry;
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly tree: ConnectionsTree;
  readonly vault: CredentialVault;
  readonly flowView: FlowView;
  readonly editors: ConnectionEditors;
  readonly newConnections: NewConnections;
  readonly repository: ConnectionsFileRepository;
  readonly diagnostics: Diagnostics;
  readonly replaceFile: ReplaceFile;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly confirm: Confirm;
  readonly ask: Ask;
  readonly log: Log;
  readonly loadCatalog: () => Promise<Catalog>;
  readonly context: vscode.ExtensionContext;
}
