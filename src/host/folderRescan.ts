import type * as vscode from 'vscode';
import { isWithin } from '../core/flow/filePlace';

/** From the first look on; each look that finds nothing new doubles it. */
const shortest = 300;
const longest = 8000;

/**
 * Looks into new folders again and again until they rest. Not every file watcher sees what is written into a folder
 * right after it was made, and folders made in such a one are then not watched at all: on Linux most of a clone comes
 * unseen.
 */
export class FolderRescan implements vscode.Disposable {
  readonly #folders = new Map<string, vscode.Uri>();
  /** Folders of which something came unseen: what comes later does too. */
  readonly #unwatched = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = shortest;

  /** `look` resolves to whether anything in the folders was new. */
  constructor(private readonly look: (folders: readonly vscode.Uri[]) => Promise<boolean>) {}

  add(folders: readonly vscode.Uri[]): void {
    if (folders.length === 0) return;
    for (const folder of folders) this.#folders.set(folder.toString(), folder);
    const all = [...this.#folders.values()];
    for (const [key, { path }] of this.#folders) {
      if (all.some((other) => other.path !== path && isWithin(other.path, path))) this.#folders.delete(key);
    }
    this.#wait = shortest;
    this.#schedule();
  }

  /** Something may have happened in folders of which file watchers do not tell. */
  lookAgain(): void {
    this.add([...this.#unwatched.values()]);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const folders = [...this.#folders.values()];
      this.look(folders).then(
        (isNew) => this.#goOn(isNew),
        () => this.#goOn(false),
      );
    }, this.#wait);
  }

  #goOn(isNew: boolean): void {
    if (isNew) for (const [key, folder] of this.#folders) this.#unwatched.set(key, folder);
    this.#wait = isNew ? shortest : this.#wait * 2;
    if (this.#wait <= longest) this.#schedule();
    else this.#folders.clear();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#folders.clear();
    this.#unwatched.clear();
  }
}
