import type * as vscode from 'vscode';
import { cover } from './cover';

/** From the first look on; each look that finds nothing new doubles it. */
const shortest = 300;
const longest = 8000;

/**
 * Looks into new folders again and again until they rest. Not every file watcher sees what is written into a folder
 * right after it was made, and folders made in such a one are then not watched at all: on Linux most of a clone comes
 * unseen.
 */
export class FolderRescan implements vscode.Disposable {
  #folders: readonly vscode.Uri[] = [];
  /** Folders of which something came unseen: what comes later does too. */
  #unwatched: readonly vscode.Uri[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = shortest;

  /** `look` resolves to whether anything in the folders was new. */
  constructor(private readonly look: (folders: readonly vscode.Uri[]) => Promise<boolean>) {}

  add(folders: readonly vscode.Uri[]): void {
    if (folders.length === 0) return;
    this.#folders = cover([...this.#folders, ...folders]);
    this.#wait = shortest;
    this.#schedule();
  }

  /** Something may have happened in folders of which file watchers do not tell. */
  lookAgain(): void {
    this.add(this.#unwatched);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.look(this.#folders).then(
        (isNew) => this.#goOn(isNew),
        () => this.#goOn(false),
      );
    }, this.#wait);
  }

  #goOn(isNew: boolean): void {
    if (isNew) this.#unwatched = cover([...this.#unwatched, ...this.#folders]);
    this.#wait = isNew ? shortest : this.#wait * 2;
    if (this.#wait <= longest) this.#schedule();
    else this.#folders = [];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#folders = [];
    this.#unwatched = [];
  }
}
