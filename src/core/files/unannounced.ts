import type { ChangedFile } from '../connection/concernedFiles';
import type { News } from './followedDisk';

/** From least to greatest: of two changes of a file the greater one is reported. */
const changes: readonly ChangedFile['change'][] = ['self', 'locales', 'names', 'all'];

/** What has changed and is not reported yet. */
export class Unannounced {
  readonly #files = new Map<string, ChangedFile>();
  readonly #missing = new Set<string>();
  #isTyped = true;

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** Whether some file has gone and has not come again. */
  get isMissingSome(): boolean {
    return this.#missing.size > 0;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  add(
    file: ChangedFile,
    { isGone, isUnsaved }: { readonly isGone: boolean; readonly isUnsaved: boolean },
  ): void {
    const former = this.#files.get(file.path);
    const isGreater = !former || changes.indexOf(file.change) > changes.indexOf(former.change);
    if (isGreater) this.#files.set(file.path, file);
    if (isGone) this.#missing.add(file.path);
    else this.#missing.delete(file.path);
    this.#isTyped &&= isUnsaved;
  }

  /** To be reported now. */
  take(): News {
    const news = { files: [...this.#files.values()], isTyped: this.#isTyped && this.#files.size > 0 };
    this.#files.clear();
    this.#isTyped = true;
    return news;
  }

  /** What is missing now will not come again. */
  giveUpMissing(): void {
    this.#missing.clear();
  }
}
