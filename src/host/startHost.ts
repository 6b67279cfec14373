import * as vscode from 'vscode';
import { CredentialVault } from '../core/connection/credentialVault';
import { SessionSecrets } from '../core/connection/sessionSecrets';
import type { Clock, Confirm, RandomSource, Timers } from '../core/ports';
import { askInWindow, type Ask } from './ask';
import { createCatalogLoader } from './catalogLoader';
import { CommandRegistry } from './commands';
import { credentialLabel } from './credentialLabel';
import { registerCommands } from './commands/index';
import { ConnectionsFileRepository } from './connectionsFileRepository';
import { startDiagnostics } from './diagnostics/startDiagnostics';
import type { Disk } from './disk';
import { ConnectionEditorProvider } from './editor/connectionEditorProvider';
import { ConnectionEditors } from './editor/connectionEditors';
import { registerCodeActions } from './language/codeActions';
import { ActiveFlow } from './flow/activeFlow';
import { FlowStatus } from './flow/flowStatus';
import { FlowView } from './flow/flowView';
import { registerLanguageFeatures } from './language/index';
import { localize } from './localize';
import { createLog } from './log';
import { NewConnections } from './newConnections';
import { OpenDocuments } from './openDocuments';
import { trackFlowFile } from './flowFileContext';
import { PartFileSystem } from './ownEditor/partFileSystem';
import { PartTimes } from './ownEditor/partTimes';
import { tellOfParentProject } from './parentProject';
import { createProblemLinks } from './problemLinks';
import type { ReplaceFile } from './replaceFile';
import { readMachineId } from './machineId';
import { createReplaceInside } from './replaceInside';
import { createBundleLoader } from './webviewBundle';
import { timers as systemTimers } from './timers';
import { ConnectionsTree } from './tree/connectionsTree';
import { WorkspaceFiles } from './workspaceFiles';
import { WorkspaceIndex } from './workspaceIndex';

/** What the two hosts, Node and browser, do differently, and what tests replace. */
export interface HostPorts {
  readonly replaceFile: ReplaceFile;
  readonly disk: Disk;
  readonly confirm: Confirm;
}

/** For tests only: `activate` returns it in no other mode. */
export interface TestAccess {
  readonly index: WorkspaceIndex;
  readonly vault: CredentialVault;
  readonly tree: ConnectionsTree;
  readonly flowView: FlowView;
  readonly flowStatus: FlowStatus;
  readonly repository: ConnectionsFileRepository;
  confirm: Confirm;
  ask: Ask;
  /** What was logged, redacted, since a test last emptied it. */
  readonly logged: string[];
  /** Of what waits for the disk to rest, or for somebody to stop typing. */
  timers: Timers;
}

const clock: Clock = { now: () => Date.now() };
const random: RandomSource = { uuid: () => crypto.randomUUID() };

/** Puts the services together, in the order in which they need each other; nothing is read yet. */
export function startHost(context: vscode.ExtensionContext, ports: HostPorts): TestAccess | undefined {
  const { extensionUri, secrets, globalState, workspaceState, subscriptions } = context;
  const isTest = context.extensionMode === vscode.ExtensionMode.Test;
  const logged: string[] = [];
  const log = createLog((line) => {
    if (isTest) logged.push(line);
  });
  const registry = new CommandRegistry(log);
  const loadCatalog = createCatalogLoader(extensionUri);
  const access = { confirm: ports.confirm, ask: askInWindow, timers: systemTimers };
  const confirm: Confirm = (question) => access.confirm(question);
  const timers: Timers = {
    elapsed: () => access.timers.elapsed(),
    after: (milliseconds, work) => access.timers.after(milliseconds, work),
  };
  const vault = new CredentialVault(
    new SessionSecrets(secrets, confirm, localize),
    globalState,
    clock,
    readMachineId(context.globalStorageUri, { replaceFile: ports.replaceFile, random, log }),
    (key) => credentialLabel(index.projects, key),
  );
  const documents = new OpenDocuments();
  const files = new WorkspaceFiles({ documents, disk: ports.disk, timers, loadCatalog, log });
  const index = new WorkspaceIndex(files);
  const replaceInside = createReplaceInside(ports.replaceFile, ports.disk, confirm);
  const repository = new ConnectionsFileRepository(index, replaceInside, confirm, random);
  const tree = new ConnectionsTree(index, vault, workspaceState, loadCatalog);
  const editors = new ConnectionEditors(workspaceState);
  const editorProvider = new ConnectionEditorProvider({
    editors,
    index,
    vault,
    repository,
    confirm,
    get ask() {
      return access.ask;
    },
    random,
    log,
    loadCatalog,
    loadForm: createBundleLoader(extensionUri, 'connectionEditor'),
    run: (what, work) => registry.run(what, work),
    onDidRegister: (editor, connection) => newConnections.note(editor, connection),
    onDidSave: () => tree.refresh(),
  });
  const loadLinks = createProblemLinks(extensionUri);
  const diagnostics = startDiagnostics({ files, index, documents, timers, loadCatalog, loadLinks, log });
  const activeFlow = new ActiveFlow(index, documents);
  const flowView = new FlowView(activeFlow, log);
  const flowStatus = new FlowStatus(activeFlow, index, loadCatalog, log);
  const parts = new PartFileSystem(
    { index, documents, replaceFile: replaceInside },
    new PartTimes(workspaceState, clock),
    log,
  );
  const newConnections = new NewConnections({
    editors,
    random,
    documents,
    loadCatalog,
    run: (what, work) => registry.run(what, work),
  });
  registerCommands({
    registry,
    index,
    documents,
    tree,
    vault,
    flowView,
    editors,
    newConnections,
    repository,
    diagnostics,
    replaceFile: ports.replaceFile,
    clock,
    random,
    confirm,
    get ask() {
      return access.ask;
    },
    log,
    loadCatalog,
    context,
  });
  const codeActions = registerCodeActions({ index, loadCatalog, open: diagnostics.open });
  const language = registerLanguageFeatures({ index, documents, loadCatalog, vault });
  // Not awaited, and not before VS Code has heard that we are there: commands and badges need to know what is here.
  const start = setTimeout(
    () =>
      void registry.run('Reading the workspace', async () => {
        await index.start();
        // Only then: who clicks while all is listed anew clicks on what is not there any more.
        if (await vault.settle()) tree.refresh();
        // Not awaited: it stays until somebody answers.
        void registry.run('Looking for a parent project', () =>
          tellOfParentProject({ index, disk: ports.disk, ask: access.ask, state: workspaceState }),
        );
      }),
  );
  subscriptions.push(
    log,
    registry,
    documents,
    files,
    index,
    tree,
    editorProvider,
    diagnostics,
    language,
    codeActions,
    activeFlow,
    flowView,
    flowStatus,
    parts,
    newConnections,
    trackFlowFile(index),
    // Another window has stored or deleted something, and may have written over what this one knows of it.
    secrets.onDidChange(
      ({ key }) =>
        void registry.run('Stored credentials', async () => {
          // In its turn: whatever is being stored is known by then.
          await vault.settleChanged(key);
          tree.refresh();
          await editorProvider.refresh();
        }),
    ),
    {
      dispose: () => clearTimeout(start),
    },
  );
  if (!isTest) return undefined;
  return Object.assign(access, { index, vault, tree, flowView, flowStatus, repository, logged });
}
