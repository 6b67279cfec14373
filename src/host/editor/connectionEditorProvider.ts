import * as vscode from 'vscode';
import { editorIds } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import type { ConnectionDocument } from '../../core/draft/connectionDocument';
import { readBackup } from '../../core/draft/draftBackup';
import { RunningSaves, revertDraft, saveDraft } from '../../core/draft/saveDraft';
import type { WebviewBundle } from '../webviewBundle';
import { isOfConnections } from '../workspaceIndex';
import { ConnectionEditorPanel, type PanelServices } from './connectionEditorPanel';
import type { ConnectionEditors } from './connectionEditors';
import { createDocument, type EditingServices } from './createDocument';
import { formActionsOf, type FormActionServices } from './formActionsOf';
import { fail, showStatus, warn } from '../notify';

export interface EditorServices extends EditingServices, PanelServices, FormActionServices {
  readonly editors: ConnectionEditors;
  readonly loadCatalog: () => Promise<Catalog>;
  readonly loadForm: () => Promise<WebviewBundle>;
  /** Called once the connections file holds the Connection of the editor that has this URI. */
  readonly onDidRegister: (uri: vscode.Uri, connection: Connection) => void;
  /** Called after credentials or names were stored. */
  readonly onDidSave: () => void;
}

/** A document of ours in an editor of VS Code's, with the webviews that show it. */
interface OpenConnection extends vscode.CustomDocument {
  readonly content: ConnectionDocument;
  readonly panels: Set<ConnectionEditorPanel>;
  /** Saves that a person asked for; the others are Auto Save's. */
  readonly askedSaves: RunningSaves;
  /** Saves that store nothing and only take the dirty dot away. */
  readonly cleanings: RunningSaves;
}

/** The Connection editor: a custom editor, so that dirty dot, save, revert, save prompt and hot exit are VS Code's. */
export class ConnectionEditorProvider
  implements vscode.CustomEditorProvider<OpenConnection>, vscode.Disposable
{
  readonly #changed = new vscode.EventEmitter<vscode.CustomDocumentContentChangeEvent<OpenConnection>>();
  readonly #open = new Set<OpenConnection>();
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChangeCustomDocument = this.#changed.event;

  constructor(private readonly services: EditorServices) {
    this.#subscriptions = [
      this.#changed,
      services.index.onDidChange((change) => {
        if (isOfConnections(change)) void this.refresh();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.refresh();
      }),
      vscode.window.registerCustomEditorProvider(editorIds.connection, this, {
        supportsMultipleEditorsPerDocument: false,
      }),
    ];
  }

  async openCustomDocument(
    uri: vscode.Uri,
    { backupId }: vscode.CustomDocumentOpenContext,
  ): Promise<OpenConnection> {
    const { services } = this;
    const target = services.editors.targetOf(uri);
    if (!target) throw new Error(vscode.l10n.t('This is no Connection.'));
    const catalog = await services.loadCatalog();
    await services.index.start();
    const content = createDocument(services, target, catalog, (connection) => {
      services.onDidRegister(uri, connection);
      void services.run('The editor', () => services.editors.noteRegistered(uri, connection));
    });
    const opened = {
      uri,
      content,
      panels: new Set<ConnectionEditorPanel>(),
      askedSaves: new RunningSaves(),
      cleanings: new RunningSaves(),
      dispose: () => void this.#open.delete(opened),
    };
    // Before anything is waited for, an answer to a question above all: what changes meanwhile concerns it already.
    this.#open.add(opened);
    await this.#attempt('Reading credentials', () => content.load());
    await this.#attempt('Claiming credentials', () => content.claimCredentials());
    if (backupId !== undefined) await this.#restore(content, backupId);
    return opened;
  }

  async resolveCustomEditor(opened: OpenConnection, webviewPanel: vscode.WebviewPanel): Promise<void> {
    const { content, panels, askedSaves, cleanings } = opened;
    const bundle = await this.services.loadForm();
    const save = () => vscode.workspace.save(opened.uri);
    const onEdit = () => {
      this.#changed.fire({ document: opened });
      // Changed back to what is stored: VS Code itself keeps the dirty dot until a save.
      if (!content.isTouched) void cleanings.during(save);
    };
    const panel = new ConnectionEditorPanel(
      content,
      webviewPanel,
      this.services,
      {
        ...formActionsOf(content, this.services),
        onEdit,
        // Auto Save was refused until now, and asks again only after a change.
        onSecretLeft: () => {
          if (content.isTouched) onEdit();
        },
        onOutdated: () => void this.refresh(),
        save: () => askedSaves.during(save),
      },
      bundle,
    );
    panels.add(panel);
    webviewPanel.onDidDispose(() => panels.delete(panel));
  }

  async saveCustomDocument(opened: OpenConnection): Promise<void> {
    const { content, panels, askedSaves, cleanings } = opened;
    if (cleanings.areRunning && !askedSaves.areRunning) {
      // More was typed meanwhile.
      if (content.isTouched) throw new vscode.CancellationError();
      return;
    }
    const isAutoSave =
      !askedSaves.areRunning && vscode.workspace.getConfiguration('files').get('autoSave') !== 'off';
    const forms = [...panels].map(({ form }) => form);
    const outcome = await saveDraft(content, forms, isAutoSave);
    if (outcome.kind === 'kept') {
      // VS Code keeps the dirty dot, and says nothing itself of a custom editor's save that a button in it began.
      if (outcome.sentence !== undefined && isAutoSave) showStatus(outcome.sentence);
      else if (outcome.sentence !== undefined) void fail(outcome.sentence);
      throw new vscode.CancellationError();
    }
    const { connection, isTouched, offerReplacement } = outcome;
    panels.forEach((panel) => panel.updateTitle());
    this.services.onDidSave();
    // Not awaited: the save is done, whatever the answer.
    if (offerReplacement) void this.services.run('Replacing a value elsewhere', offerReplacement);
    showStatus(vscode.l10n.t('Saved “{0}”', connection.name));
    if (isTouched) this.#noteTypedMeanwhile(opened);
  }

  saveCustomDocumentAs(): Promise<void> {
    const sentence = vscode.l10n.t(
      'A Connection is stored in its connections file and can’t be saved elsewhere.',
    );
    return Promise.reject(new Error(sentence));
  }

  async revertCustomDocument(opened: OpenConnection): Promise<void> {
    const { content, panels } = opened;
    const { isTouched } = await revertDraft(
      content,
      [...panels].map(({ form }) => form),
    );
    panels.forEach((panel) => panel.updateTitle());
    if (isTouched) this.#noteTypedMeanwhile(opened);
  }

  /** VS Code takes a document for clean once we return from saving or reverting. */
  #noteTypedMeanwhile(opened: OpenConnection): void {
    setTimeout(() => this.#changed.fire({ document: opened }));
  }

  async backupCustomDocument(
    { content }: OpenConnection,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(destination, '..'));
    const bytes = new TextEncoder().encode(JSON.stringify(content.backup));
    await vscode.workspace.fs.writeFile(destination, bytes);
    return { id: destination.toString(), delete: () => void vscode.workspace.fs.delete(destination) };
  }

  async #restore(content: ConnectionDocument, backupId: string): Promise<void> {
    const isRestored = await this.#attempt('Reading a backup', async () => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(backupId));
      content.restore(readBackup(new TextDecoder().decode(bytes)));
    });
    if (isRestored) return;
    const name = content.draft.name || vscode.l10n.t('New Connection');
    void warn(vscode.l10n.t('The unsaved changes of “{0}” can’t be read any more. Enter them again.', name));
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

  /**
   * To be called when what is stored may have changed by other means. All at once: one whose save waits for an answer
   * must not keep the others.
   */
  async refresh(): Promise<void> {
    await Promise.all([...this.#open].map((opened) => this.#refresh(opened)));
  }

  async #refresh({ content, panels }: OpenConnection): Promise<void> {
    await content.refresh();
    for (const panel of panels) {
      panel.form.refresh();
      panel.updateTitle();
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
