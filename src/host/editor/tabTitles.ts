import type * as vscode from 'vscode';
import type { FormPlace } from '../../protocol/connectionEditor';
import type { ConnectionDocument } from './connectionDocument';
import type { ConnectionEditorPanel } from './connectionEditorPanel';
import { moveEditor } from './openConnectionEditor';

/** In milliseconds: a tab that VS Code is about to close is gone by then; one that stays gets its new title. */
const tabSettles = 300;

/** A tab is titled by its URI: after a first save or a new name, the editor moves to the URI that says so. */
export class TabTitles implements vscode.Disposable {
  /** Where the form stood whose editor is moving, by the URI that it moves to. */
  readonly #places = new Map<string, FormPlace>();
  /** Those whose editors are to move, or are moving. */
  readonly #moving = new Set<ConnectionDocument>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    private readonly panelOf: (document: ConnectionDocument) => ConnectionEditorPanel | undefined,
    private readonly run: (what: string, work: () => unknown) => Promise<void>,
  ) {}

  /** Where the form of an editor that is just opened stood before it moved. */
  placeOf(uri: vscode.Uri): FormPlace | undefined {
    return this.#places.get(uri.toString());
  }

  /** Gives the tab its title soon; one that is in use keeps the old one for now. */
  update(document: ConnectionDocument): void {
    // A save tells of itself more than once: by the file, by the secret storage, and at its end.
    if (isTitled(document) || this.#moving.has(document)) return;
    this.#moving.add(document);
    this.#later(async () => {
      try {
        if (canMove(document)) await this.#move(document);
      } finally {
        this.#moving.delete(document);
      }
    });
  }

  async #move(document: ConnectionDocument): Promise<void> {
    const { place, hasFocus } = (await this.panelOf(document)?.askPlace()) ?? {};
    // The answer took its time, and what was typed meanwhile came before it.
    if (!canMove(document)) return;
    const after = document.titledUri;
    if (place) this.#places.set(after.toString(), place);
    try {
      await moveEditor(document.uri, after, !hasFocus);
    } finally {
      this.#places.delete(after.toString());
    }
  }

  #later(work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.run('The editor', work);
    }, tabSettles);
    this.#timers.add(timer);
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

function isTitled({ uri, titledUri }: ConnectionDocument): boolean {
  return titledUri.toString() === uri.toString();
}

/** An input that was opened for a new secret would be closed under someone's hands; for a title alone that can wait. */
function canMove(document: ConnectionDocument): boolean {
  if (isTitled(document) || document.isTouched) return false;
  return !document.secretHasFocus || document.titledUri.query !== document.uri.query;
}
