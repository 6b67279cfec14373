import type * as vscode from 'vscode';
import type { DraftErrors } from '../../core/connection/connectionDraft';
import { fieldKey } from '../../core/connection/connectionDraft';
import type { Logger, RandomSource } from '../../core/ports';
import { toFromEditor, type FromEditor, type ToEditor } from '../../protocol/connectionEditor';
import { Rpc } from '../../protocol/rpc';
import { copyText } from '../copyText';
import { openUse } from '../openUse';
import { webviewHtml, webviewResourceRoot } from '../webviewHtml';
import type { ConnectionDocument } from './connectionDocument';
import { toEditorState } from './editorState';

export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Logger;
  readonly random: RandomSource;
  /** Does something for the user; what fails is logged and told. */
  readonly run: (what: string, work: () => unknown) => Promise<void>;
}

export interface PanelActions {
  readonly onEdit: () => void;
  readonly save: () => Promise<void>;
}

/** The host's end of one webview that shows a document. */
export class ConnectionEditorPanel {
  readonly #rpc: Rpc<ToEditor, FromEditor>;
  /** Errors are shown of what was touched, so that an empty form does not greet with complaints. */
  readonly #touched = new Set<string>();
  #isReady = false;
  #shown = '';

  constructor(
    private readonly document: ConnectionDocument,
    panel: vscode.WebviewPanel,
    private readonly services: PanelServices,
    private readonly actions: PanelActions,
  ) {
    const { webview } = panel;
    const { extensionUri } = services;
    webview.options = { enableScripts: true, localResourceRoots: [webviewResourceRoot(extensionUri)] };
    this.#rpc = new Rpc<ToEditor, FromEditor>(
      (envelope) => void webview.postMessage(envelope),
      toFromEditor,
      (message) => this.#handle(message),
    );
    const subscription = webview.onDidReceiveMessage((data: unknown) => this.#rpc.receive(data));
    // A hidden webview is gone; the next one says again that it is ready.
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#leave();
    });
    panel.onDidDispose(() => {
      subscription.dispose();
      this.#leave();
    });
    webview.html = webviewHtml({
      webview,
      extensionUri,
      bundle: 'connectionEditor',
      title: document.draft.name || document.form.label,
      nonce: services.random.uuid().replaceAll('-', ''),
    });
  }

  /** Tells the webview what has changed around the draft: uses, states, the banner. */
  refresh(): void {
    const state = toEditorState(this.document);
    const text = JSON.stringify(state);
    if (!this.#isReady || text === this.#shown) return;
    this.#shown = text;
    this.#send({ type: 'state', state, isReset: false });
  }

  /** Makes the webview show the document's draft and forget its own: after a save, a revert, and at the start. */
  reset(): void {
    if (!this.#isReady) return;
    this.#touched.clear();
    const state = toEditorState(this.document);
    this.#shown = JSON.stringify(state);
    this.#send({ type: 'state', state, isReset: true });
    this.#send({ type: 'errors', errors: {}, focusFirst: false });
  }

  showErrors(errors: DraftErrors, focusFirst: boolean): void {
    if (!this.#isReady) return;
    for (const key of Object.keys(errors)) this.#touched.add(key);
    this.#send({ type: 'errors', errors, focusFirst });
  }

  async #handle(message: FromEditor): Promise<void> {
    const { document } = this;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.reset();
        return;
      case 'editText':
        document.editText(message.key, message.value);
        this.#afterEdit(message.key);
        return;
      case 'editField':
        document.editField(message.name, message.change);
        this.#afterEdit(fieldKey(message.name));
        return;
      case 'secretFocus':
        document.secretHasFocus = message.hasFocus;
        return;
      case 'save':
        return this.actions.save();
      case 'copyReferenceId':
        return this.services.run('Copying', () => copyText(document.draft.referenceId));
      case 'openUse': {
        const located = document.uses[message.index];
        const folder = document.owner?.folder;
        if (located && folder) await this.services.run('Opening a node', () => openUse(folder, located));
      }
    }
  }

  #afterEdit(key: string): void {
    this.#touched.add(key);
    this.actions.onEdit();
    const errors = Object.entries(this.document.check()).filter(([at]) => this.#touched.has(at));
    this.#send({ type: 'errors', errors: Object.fromEntries(errors), focusFirst: false });
  }

  #leave(): void {
    this.#isReady = false;
    this.#rpc.abandon();
    this.document.secretHasFocus = false;
  }

  #send(message: ToEditor): void {
    this.#rpc.send(message).catch((error: unknown) => this.services.log.error('The editor', error));
  }
}
