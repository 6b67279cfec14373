import * as vscode from 'vscode';
import { editorIds } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import { isOfConnections } from '../workspaceIndex';
import { ConnectionDocument } from './connectionDocument';
import { ConnectionEditorPanel, type PanelActions, type PanelServices } from './connectionEditorPanel';
import type { DocumentServices } from './documentServices';
import { readBackup } from './draftBackup';
import { contestedSentence, toEditorState } from './editorState';
import { toEditorTarget } from './editorTarget';
import { notSavedSentence } from './notSavedSentence';
import { TabTitles } from './tabTitles';

export interface EditorServices extends DocumentServices, PanelServices {
  readonly loadCatalog: () => Promise<Catalog>;
  /** Called once the connections file holds the Connection of the editor that has this URI. */
  readonly onDidRegister: (uri: vscode.Uri, connection: Connection) => void;
  /** Called after credentials or names were stored. */
  readonly onDidSave: () => void;
}

/** The Connection editor: a custom editor, so that dirty dot, save, revert, save prompt and hot exit are VS Code's. */
export class ConnectionEditorProvider
  implements vscode.CustomEditorProvider<ConnectionDocument>, vscode.Disposable
{
  readonly #changed = new vscode.EventEmitter<vscode.CustomDocumentContentChangeEvent<ConnectionDocument>>();
  readonly #panels = new Map<ConnectionDocument, Set<ConnectionEditorPanel>>();
  readonly #explicitSaves = new Set<ConnectionDocument>();
  readonly #titles: TabTitles;
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChangeCustomDocument = this.#changed.event;

  constructor(private readonly services: EditorServices) {
    this.#titles = new TabTitles((document) => this.#panelsOf(document)[0], services.run);
    this.#subscriptions = [
      this.#changed,
      this.#titles,
      services.index.onDidChange((change) => {
        if (isOfConnections(change)) void this.#refreshAll();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.#refreshAll();
      }),
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
    const document = new ConnectionDocument(uri, target, catalog, this.services, {
      onRegistered: (connection) => this.services.onDidRegister(uri, connection),
      onDispose: (disposed) => this.#panels.delete(disposed),
    });
    // Before anything is waited for, an answer to a question above all: what changes meanwhile concerns it already.
    this.#panels.set(document, new Set());
    await this.#attempt('Reading credentials', () => document.load());
    await this.#attempt('Claiming credentials', () => document.claimCredentials());
    if (backupId !== undefined) await this.#restore(document, backupId);
    return document;
  }

  resolveCustomEditor(document: ConnectionDocument, webviewPanel: vscode.WebviewPanel): void {
    const place = this.#titles.placeOf(document.uri);
    const actions: PanelActions = {
      // One that was out of sight may have been renamed there.
      onReady: () => this.#titles.update(document),
      onEdit: () => this.#changed.fire({ document }),
      onSecretLeft: () => {
        // Auto Save was refused until now, and asks again only after a change.
        if (document.isTouched) this.#changed.fire({ document });
        else this.#titles.update(document);
      },
      onOutdated: () => void this.#refreshAll(),
      save: () => this.#saveExplicitly(document),
      // The form that says it has the focus, so its editor is the active one.
      reload: async () => {
        await vscode.commands.executeCommand('workbench.action.files.revert');
      },
    };
    const panel = new ConnectionEditorPanel(document, webviewPanel, this.services, actions, place);
    this.#panels.get(document)?.add(panel);
    webviewPanel.onDidDispose(() => this.#panels.get(document)?.delete(panel));
  }

  async saveCustomDocument(document: ConnectionDocument): Promise<void> {
    const isExplicit = this.#explicitSaves.has(document);
    const isAutoSave = !isExplicit && vscode.workspace.getConfiguration('files').get('autoSave') !== 'off';
    // VS Code drops what became of a save once the next is asked for, so this one has to tell of both.
    await document.settled;
    if (isAutoSave && !document.isFitForAutoSave) this.#leaveUnsaved(document);
    if (document.isOutdated) {
      await this.#refresh(document);
      if (document.isContested) this.#refuse(contestedSentence(), isAutoSave);
    }
    const outcome = await document.save();
    switch (outcome.kind) {
      case 'invalid':
        this.#panelsOf(document).forEach((panel) => panel.showErrors(outcome.errors, !isAutoSave));
        throw new vscode.CancellationError();
      case 'cancelled':
        throw new vscode.CancellationError();
      case 'refused':
        return this.#refuse(outcome.sentence, isAutoSave);
      case 'saved':
        break;
    }
    this.services.onDidSave();
    // Not awaited: the save is done, whatever the answer.
    const { offerReplacement } = outcome;
    if (offerReplacement) void this.services.run('Replacing a value elsewhere', offerReplacement);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Saved “{0}”', outcome.connection.name), 3000);
    if (document.isTouched) {
      // Typed while the save ran: VS Code takes the document for clean once we return.
      this.#panelsOf(document).forEach((panel) => panel.refresh());
      setTimeout(() => this.#changed.fire({ document }));
    } else {
      this.#panelsOf(document).forEach((panel) => panel.reset());
      this.#titles.update(document);
    }
  }

  /** Auto Save asks again with every change, and a save from a menu or a close prompt can't be told from it. */
  #leaveUnsaved(document: ConnectionDocument): never {
    this.#panelsOf(document).forEach((panel) => panel.showErrors(document.check(), false));
    // A secret that is being typed is not finished; there is nothing to mend.
    if (!document.secretHasFocus) vscode.window.setStatusBarMessage(notSavedSentence(document), 3000);
    throw new vscode.CancellationError();
  }

  /** VS Code keeps the dirty dot, and says nothing itself of a custom editor's save that a button in it began. */
  #refuse(sentence: string, isAutoSave: boolean): never {
    if (isAutoSave) vscode.window.setStatusBarMessage(vscode.l10n.t('Not saved yet: {0}', sentence), 3000);
    else void vscode.window.showErrorMessage(sentence);
    throw new vscode.CancellationError();
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
    this.#titles.update(document);
  }

  async backupCustomDocument(
    document: ConnectionDocument,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(destination, '..'));
    const bytes = new TextEncoder().encode(JSON.stringify(document.backup));
    await vscode.workspace.fs.writeFile(destination, bytes);
    return { id: destination.toString(), delete: () => void vscode.workspace.fs.delete(destination) };
  }

  async #restore(document: ConnectionDocument, backupId: string): Promise<void> {
    const isRestored = await this.#attempt('Reading a backup', async () => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(backupId));
      document.restore(readBackup(new TextDecoder().decode(bytes)));
    });
    if (isRestored) return;
    const { title } = toEditorState(document);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The unsaved changes of “{0}” can’t be read any more. Enter them again.', title),
    );
  }

  /** What fails while an editor opens must not keep it from opening: the form shows what there is. */
  async #attempt(what: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.services.log.error(what, error);
      return false;
    }
  }

  async #saveExplicitly(document: ConnectionDocument): Promise<void> {
    this.#explicitSaves.add(document);
    try {
      await vscode.workspace.save(document.uri);
    } finally {
      this.#explicitSaves.delete(document);
    }
  }

  /** To be called when credentials were stored or deleted by other means, and the vault knows. */
  refresh(): Promise<void> {
    return this.#refreshAll();
  }

  /** All at once: one whose save waits for an answer must not keep the others. */
  async #refreshAll(): Promise<void> {
    await Promise.all([...this.#panels.keys()].map((document) => this.#refresh(document)));
  }

  async #refresh(document: ConnectionDocument): Promise<void> {
    await document.refresh();
    this.#panelsOf(document).forEach((panel) => panel.refresh());
    this.#titles.update(document);
  }

  #panelsOf(document: ConnectionDocument): ConnectionEditorPanel[] {
    return [...(this.#panels.get(document) ?? [])];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
