import * as vscode from 'vscode';
import type { ConnectionDocument } from '../../core/draft/connectionDocument';
import type { FromEditor, ToEditor } from '../../core/draft/formMessages';
import { FormSession, type FormActions } from '../../core/draft/formSession';
import type { Logger, RandomSource } from '../../core/ports';
import { toFromEditor } from '../../protocol/connectionEditor';
import { Rpc } from '../../protocol/rpc';
import type { WebviewBundle } from '../webviewBundle';
import { webviewHtml } from '../webviewHtml';
import { asTitle } from '../../core/shownText';

export interface PanelServices {
  readonly log: Logger;
  readonly random: RandomSource;
}

/** The host's end of one webview that shows a document. */
export class ConnectionEditorPanel {
  readonly form: FormSession;

  constructor(
    private readonly document: ConnectionDocument,
    private readonly panel: vscode.WebviewPanel,
    { log, random }: PanelServices,
    actions: FormActions,
    bundle: WebviewBundle,
  ) {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [] };
    const rpc = new Rpc<ToEditor, FromEditor>(
      (envelope) => void webview.postMessage(envelope),
      toFromEditor,
      (message) => this.form.handle(message),
    );
    this.form = new FormSession(
      document,
      (message) => void rpc.send(message).catch((error: unknown) => log.error('The editor', error)),
      actions,
    );
    const subscription = webview.onDidReceiveMessage((data: unknown) => rpc.receive(data));
    // A hidden webview is gone; the next one says again that it is ready.
    panel.onDidChangeViewState(() => {
      if (panel.visible) return;
      rpc.abandon();
      this.form.leave();
    });
    panel.onDidDispose(() => {
      subscription.dispose();
      rpc.abandon();
      this.form.close();
    });
    webview.html = webviewHtml({
      ...bundle,
      title: document.title,
      language: vscode.env.language,
      nonce: random.uuid().replaceAll('-', ''),
    });
    this.updateTitle();
  }

  /** An older VS Code, 1.100 among them, shows the last segment of the URI in its place: the name at opening. */
  updateTitle(): void {
    const title = asTitle(this.document.title);
    if (this.panel.title !== title) this.panel.title = title;
  }
}
