import * as vscode from 'vscode';
import { JsonDocument } from '../core/json/jsonDocument';

interface Known {
  readonly version: number;
  readonly json: JsonDocument;
}

/**
 * The JSON of open documents, read once a version and, after a change inside one node, only that node. All who look at
 * a document's text get it here, so that it is parsed once for all of them.
 */
export class OpenDocuments implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
  readonly #subscription = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    this.#known.delete(uri.toString());
  });

  /** The document as it is now. */
  read(document: vscode.TextDocument): JsonDocument {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known?.version === document.version) return known.json;
    const text = document.getText();
    const json = known ? known.json.withText(text) : new JsonDocument(text);
    // A closed document is told of no more, and would stay for good.
    if (!document.isClosed) this.#known.set(key, { version: document.version, json });
    return json;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#known.clear();
  }
}
