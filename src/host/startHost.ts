import * as vscode from 'vscode';
import { CredentialVault } from '../core/connection/credentialVault';
import type { Clock, Confirm, RandomSource } from '../core/ports';
import { createCatalogLoader } from './catalogLoader';
import { CommandRegistry } from './commands';
import { registerCommands } from './commands/index';
import { ConnectionsFileRepository, type ReplaceFile } from './connectionsFileRepository';
import { FlowDiagnostics } from './diagnostics';
import { ConnectionEditorProvider } from './editor/connectionEditorProvider';
import { trackFlowFile } from './flowFileContext';
import { createLog } from './log';
import { OpenDocuments } from './openDocuments';
import { PartFileSystem } from './ownEditor/partFileSystem';
import { PartTimes } from './ownEditor/partTimes';
import { createProblemLinks } from './problemLinks';
import { ConnectionsTree } from './tree/connectionsTree';
import { WorkspaceIndex } from './workspaceIndex';

/** What the two hosts, Node and browser, do differently, and what tests replace. */
export interface HostPorts {
  readonly replaceFile: ReplaceFile;
  readonly confirm: Confirm;
}

/** For tests only: `activate` returns it in no other mode. */
export interface TestAccess {
  readonly index: WorkspaceIndex;
  readonly vault: CredentialVault;
  readonly tree: ConnectionsTree;
  readonly repository: ConnectionsFileRepository;
  confirm: Confirm;
}

const clock: Clock = { now: () => Date.now() };
const random: RandomSource = { uuid: () => crypto.randomUUID() };

/** Puts the services together, in the order in which they need each other; nothing is read yet. */
export function startHost(context: vscode.ExtensionContext, ports: HostPorts): TestAccess | undefined {
  const { extensionUri, secrets, globalState, workspaceState, subscriptions } = context;
  const log = createLog();
  const registry = new CommandRegistry(log);
  const loadCatalog = createCatalogLoader(extensionUri);
  const vault = new CredentialVault(secrets, globalState, clock);
  const index = new WorkspaceIndex(loadCatalog, log);
  const documents = new OpenDocuments();
  const access = { confirm: ports.confirm };
  const confirm: Confirm = (question) => access.confirm(question);
  const repository = new ConnectionsFileRepository(index, ports.replaceFile, confirm, random);
  const tree = new ConnectionsTree(index, vault, loadCatalog);
  const editors = new ConnectionEditorProvider({
    index,
    vault,
    repository,
    confirm,
    random,
    log,
    loadCatalog,
    extensionUri,
    run: (what, work) => registry.run(what, work),
    onDidSave: () => tree.refresh(),
  });
  const diagnostics = new FlowDiagnostics(index, loadCatalog, createProblemLinks(extensionUri), log);
  const parts = new PartFileSystem(
    { index, documents, replaceFile: ports.replaceFile },
    new PartTimes(workspaceState, clock),
    log,
  );
  registerCommands({ registry, index, documents, tree, repository, random, log, loadCatalog, context });
  // Not awaited, and not before VS Code has heard that we are there: commands and badges need to know what is here.
  const start = setTimeout(() => void registry.run('Reading the workspace', () => index.start()));
  subscriptions.push(
    log,
    registry,
    index,
    documents,
    tree,
    editors,
    diagnostics,
    parts,
    trackFlowFile(index),
    {
      dispose: () => clearTimeout(start),
    },
  );
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return Object.assign(access, { index, vault, tree, repository });
}
