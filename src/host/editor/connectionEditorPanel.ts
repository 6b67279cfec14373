import type * as vscode from 'vscode';
import { fieldKey, type DraftErrors } from '../../core/connection/connectionDraft';
import type { Confirm, Logger, RandomSource } from '../../core/ports';
import {
  toFromEditor,
  type FormPlace,
  type FromEditor,
  type ToEditor,
} from '../../protocol/connectionEditor';
import { Rpc } from '../../protocol/rpc';
import { copyText } from '../copyText';
import { openUse } from '../openUse';
import { webviewHtml, webviewResourceRoot } from '../webviewHtml';
import type { ConnectionDocument } from './connectionDocument';
import { toEditorState } from './editorState';
import { copyFieldValue, fillFieldFromFile, fillFromServiceAccountFile } from './fieldActions';
import { FormWatch } from './formWatch';

export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Logger;
  readonly random: RandomSource;
  readonly confirm: Confirm;
  /** Does something for the user; what fails is logged and told. */
  readonly run: (what: string, work: () => unknown) => Promise<void>;
}

export interface PanelActions {
  /** The form is on screen. */
  readonly onReady: () => void;
  readonly onEdit: () => void;
  /** What had to wait for someone to type a secret may go on. */
  readonly onSecretLeft: () => void;
  /** What is stored was found to have changed. */
  readonly onOutdated: () => void;
  readonly save: () => Promise<void>;
  /** Takes over what is stored and drops the draft. */
  readonly reload: () => Promise<void>;
}

type ToldPlace = Extract<FromEditor, { type: 'place' }>;

/** The host's end of one webview that shows a document. */
export class ConnectionEditorPanel {
  readonly #rpc: Rpc<ToEditor, FromEditor>;
  /** Errors are shown of what was touched, so that an empty form does not greet with complaints. */
  readonly #touched = new Set<string>();
  readonly #watch: FormWatch;
  #isReady = false;
  #shown = '';
  #tellPlace: ((told: ToldPlace | undefined) => void) | undefined;

  constructor(
    private readonly document: ConnectionDocument,
    panel: vscode.WebviewPanel,
    private readonly services: PanelServices,
    private readonly actions: PanelActions,
    /** Where the form shall stand, if its webview knows of no place itself. */
    private readonly place?: FormPlace,
  ) {
    const { webview } = panel;
    const { extensionUri } = services;
    webview.options = { enableScripts: true, localResourceRoots: [webviewResourceRoot(extensionUri)] };
    this.#rpc = new Rpc<ToEditor, FromEditor>(
      (envelope) => void webview.postMessage(envelope),
      toFromEditor,
      (message) => this.#handle(message),
    );
    const load = () => {
      webview.html = webviewHtml({
        webview,
        extensionUri,
        bundle: 'connectionEditor',
        title: document.draft.name || document.form.label,
        nonce: services.random.uuid().replaceAll('-', ''),
      });
    };
    this.#watch = new FormWatch(load);
    const subscription = webview.onDidReceiveMessage((data: unknown) => this.#rpc.receive(data));
    // A hidden webview is gone; the next one says again that it is ready.
    panel.onDidChangeViewState(() => {
      if (panel.visible) {
        if (!this.#isReady) this.#watch.expect();
      } else {
        this.#moveSecretFocus(false);
        this.#leave();
      }
    });
    panel.onDidDispose(() => {
      subscription.dispose();
      this.#leave();
    });
    load();
    this.#watch.expect();
  }

  /** Tells the webview what has changed around the draft: uses, states, the banner. Untouched inputs follow. */
  refresh(): void {
    const state = toEditorState(this.document);
    const text = JSON.stringify(state);
    if (!this.#isReady || text === this.#shown) return;
    this.#shown = text;
    this.#send({ type: 'state', state, isReset: !this.document.isTouched });
  }

  /** Makes the webview show the document's draft and forget its own: after a save, a revert, and at the start. */
  reset(): void {
    if (!this.#isReady) return;
    this.#touched.clear();
    const state = toEditorState(this.document);
    this.#shown = JSON.stringify(state);
    this.#send({ type: 'state', state, isReset: true, ...(this.place && { place: this.place }) });
    this.#send({ type: 'findings', errors: {}, hints: {}, focusFirst: false });
  }

  /** Undefined while there is no form on screen. */
  askPlace(): Promise<ToldPlace | undefined> {
    if (!this.#isReady) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#tellPlace = resolve;
      this.#send({ type: 'askPlace' });
    });
  }

  showErrors(errors: DraftErrors, focusFirst: boolean): void {
    if (!this.#isReady) return;
    for (const key of Object.keys(errors)) this.#touched.add(key);
    this.#send({ type: 'findings', errors, hints: this.document.hints(), focusFirst });
  }

  async #handle(message: FromEditor): Promise<void> {
    const { document } = this;
    switch (message.type) {
      case 'ready':
        this.#watch.end();
        // Of a webview that is gone, as after a move to another window, no word of its focus comes any more.
        this.#moveSecretFocus(false);
        this.#isReady = true;
        this.reset();
        this.actions.onReady();
        return;
      case 'place':
        this.#tellPlace?.(message);
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
        this.#moveSecretFocus(message.hasFocus);
        return;
      case 'save':
        return this.actions.save();
      case 'reload':
        return this.actions.reload();
      case 'copyField':
        return this.services.run('Copying a value', () =>
          copyFieldValue(document, message.name, this.services.confirm),
        );
      case 'fillFieldFromFile':
        return this.#fill(() => fillFieldFromFile(document, message.name));
      case 'chooseServiceAccount':
        return this.#fill(() => fillFromServiceAccountFile(document));
      case 'markPlain':
        document.markPlain(message.name, message.isPlain);
        this.#afterEdit(fieldKey(message.name));
        return;
      case 'addField':
        this.#addField(message.name);
        return;
      case 'copyReferenceId':
        return this.services.run('Copying', () => copyText(document.draft.referenceId));
      case 'openUse': {
        const located = document.entry.uses[message.index];
        const folder = document.entry.owner?.folder;
        if (located && folder) await this.services.run('Opening a node', () => openUse(folder, located));
      }
    }
  }

  #addField(name: string): void {
    const error = this.document.addField(name.trim());
    if (error === undefined) this.refresh();
    this.#sendFindings(error === undefined ? {} : { newField: error });
  }

  /** The host fills in fields by itself: of secrets the form learns only that they were entered. */
  async #fill(work: () => Promise<readonly string[]>): Promise<void> {
    let filled: readonly string[] = [];
    await this.services.run('Reading a file', async () => {
      filled = await work();
    });
    if (filled.length === 0) return;
    for (const name of filled) this.#touched.add(fieldKey(name));
    this.actions.onEdit();
    const state = toEditorState(this.document);
    this.#shown = JSON.stringify(state);
    this.#send({ type: 'state', state, isReset: true });
    this.#sendFindings();
  }

  #afterEdit(key: string): void {
    this.#touched.add(key);
    this.actions.onEdit();
    this.#sendFindings();
    if (this.document.isOutdated) this.actions.onOutdated();
  }

  #sendFindings(more: DraftErrors = {}): void {
    const shown = Object.entries(this.document.check()).filter(([at]) => this.#touched.has(at));
    const errors = { ...Object.fromEntries(shown), ...more };
    this.#send({ type: 'findings', errors, hints: this.document.hints(), focusFirst: false });
  }

  #leave(): void {
    this.#watch.end();
    this.#isReady = false;
    this.#tellPlace?.(undefined);
    this.#rpc.abandon();
    this.document.secretHasFocus = false;
  }

  #moveSecretFocus(hasFocus: boolean): void {
    const { document } = this;
    const isLeft = document.secretHasFocus && !hasFocus;
    document.secretHasFocus = hasFocus;
    if (isLeft) this.actions.onSecretLeft();
  }

  #send(message: ToEditor): void {
    this.#rpc.send(message).catch((error: unknown) => this.services.log.error('The editor', error));
  }
}
