import * as vscode from 'vscode';
import { editorIds } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { Logger } from '../../core/ports';
import type { WorkspaceIndex } from '../workspaceIndex';
import { ConnectionDocument, type DocumentServices } from './connectionDocument';
import { ConnectionEditorPanel } from './connectionEditorPanel';
import { readBackup, toBackup } from './draftBackup';
import { toEditorTarget } from './editorTarget';
import { findEditorTab, savedEditorUri } from './openConnectionEditor';

export interface EditorServices extends DocumentServices {
  readonly index: WorkspaceIndex;
  readonly extensionUri: vscode.Uri;
  readonly loadCatalog: () => Promise<Catalog>;
  readonly log: Logger;
  /** Called after credentials or names were stored. */
  readonly onDidSave: () => void;
}

/** A tab that VS Code is about to close is gone by then; one that stays gets its new title. */
const tabSettles = 300;

/** The Connection editor: a custom editor, so that dirty dot, save, revert, save prompt and hot exit are VS Code's. */
export class ConnectionEditorProvider
  implements vscode.CustomEditorProvider<ConnectionDocument>, vscode.Disposable
{
  readonly #changed = new vscode.EventEmitter<vscode.CustomDocumentContentChangeEvent<ConnectionDocument>>();
  readonly #panels = new Map<ConnectionDocument, Set<ConnectionEditorPanel>>();
  readonly #explicitSaves = new Set<ConnectionDocument>();
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChangeCustomDocument = this.#changed.event;

  constructor(private readonly services: EditorServices) {
    this.#subscriptions = [
      this.#changed,
      services.index.onDidChange(() => this.#showAll()),
      vscode.window.registerCustomEditorProvider(editorIds.connection, this, {
        supportsMultipleEditorsPerDocument: false,
      }),
    ];
  }

  async openCustomDocument(
    uri: vscode.Uri,
    { backupId }: vscode.CustomDocumentOpenContext,
  ): Promise<ConnectionDocument> {
    const target = toEditorTarget(uri);
    if (!target) throw new Error(vscode.l10n.t('This is no Connection.'));
    const catalog = await this.services.loadCatalog();
    await this.services.index.start();
    const forget = (document: ConnectionDocument) => this.#panels.delete(document);
    const document = new ConnectionDocument(uri, target, catalog, this.services, forget);
    await document.load();
    if (backupId !== undefined) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(backupId));
      document.restore(readBackup(new TextDecoder().decode(bytes)));
    }
    this.#panels.set(document, new Set());
    return document;
  }

  resolveCustomEditor(document: ConnectionDocument, webviewPanel: vscode.WebviewPanel): void {
    const panel = new ConnectionEditorPanel(document, webviewPanel, this.services, {
      onEdit: () => this.#changed.fire({ document }),
      save: () => this.#saveExplicitly(document),
    });
    this.#panels.get(document)?.add(panel);
    webviewPanel.onDidDispose(() => this.#panels.get(document)?.delete(panel));
  }

  async saveCustomDocument(document: ConnectionDocument): Promise<void> {
    const isAutoSave = vscode.workspace.getConfiguration('files').get('autoSave') !== 'off';
    const isExplicit = this.#explicitSaves.has(document);
    // A refused save keeps the dirty dot; a cancellation is refused without a message.
    if (isAutoSave && !isExplicit && document.secretHasFocus) throw new vscode.CancellationError();
    const before = document.uri;
    const outcome = await document.save();
    switch (outcome.kind) {
      case 'invalid':
        this.#panelsOf(document).forEach((panel) =>
          panel.showErrors(outcome.errors, isExplicit || !isAutoSave),
        );
        throw new vscode.CancellationError();
      case 'cancelled':
        throw new vscode.CancellationError();
      case 'refused':
        throw new Error(outcome.sentence);
      case 'saved':
        break;
    }
    this.services.onDidSave();
    this.#panelsOf(document).forEach((panel) => panel.reset());
    vscode.window.setStatusBarMessage(vscode.l10n.t('Saved “{0}”', outcome.connection.name), 3000);
    const after = savedEditorUri(document.target, outcome.connection);
    if (after.toString() !== before.toString())
      setTimeout(() => void this.#retitle(before, after), tabSettles);
  }

  saveCustomDocumentAs(): Promise<void> {
    const sentence = vscode.l10n.t(
      'A Connection is stored in its connections file and can’t be saved elsewhere.',
    );
    return Promise.reject(new Error(sentence));
  }

  async revertCustomDocument(document: ConnectionDocument): Promise<void> {
    await document.load();
    this.#panelsOf(document).forEach((panel) => panel.reset());
  }

  async backupCustomDocument(
    document: ConnectionDocument,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(destination, '..'));
    const bytes = new TextEncoder().encode(JSON.stringify(toBackup(document.draft)));
    await vscode.workspace.fs.writeFile(destination, bytes);
    return { id: destination.toString(), delete: () => void vscode.workspace.fs.delete(destination) };
  }

  async #saveExplicitly(document: ConnectionDocument): Promise<void> {
    this.#explicitSaves.add(document);
    try {
      await vscode.workspace.save(document.uri);
    } finally {
      this.#explicitSaves.delete(document);
    }
  }

  /** A tab is titled by its URI: after a first save or a new name, the editor moves to the URI that says so. */
  async #retitle(before: vscode.Uri, after: vscode.Uri): Promise<void> {
    const tab = findEditorTab(before);
    if (!tab || tab.isDirty) return;
    const { isActive } = tab;
    await vscode.commands.executeCommand('vscode.openWith', after, editorIds.connection, {
      viewColumn: tab.group.viewColumn,
      preview: false,
      preserveFocus: !isActive,
    });
    await vscode.window.tabGroups.close(tab, true);
  }

  #showAll(): void {
    for (const panels of this.#panels.values()) panels.forEach((panel) => panel.refresh());
  }

  #panelsOf(document: ConnectionDocument): ConnectionEditorPanel[] {
    return [...(this.#panels.get(document) ?? [])];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
