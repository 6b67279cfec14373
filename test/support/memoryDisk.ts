import { everything, type FollowedDisk, type Listing, type Reading } from '../../src/core/files/followedDisk';
import { isWithin } from '../../src/core/flow/filePlace';

/**
 * A disk of JSON files that all count, and what was asked of it. A file says its content: one that begins with a space
 * says the same as without.
 */
export class MemoryDisk implements FollowedDisk {
  readonly #files = new Map<string, { content: string; stamp: number }>();
  readonly #folders = new Set<string>();
  readonly #unsaved = new Map<string, string>();
  readonly #known = new Map<string, string>();
  /** Files that are there, and count no more. */
  readonly excluded = new Set<string>();
  #stamps = 0;
  /** What was asked since `takeAsked`: `list a`, `stat a/b.json`, `read a/b.json`. */
  #asked: string[] = [];
  /** Called before it answers, with what was asked; what it throws is what goes wrong. */
  onAsked: (what: string) => void | Promise<void> = () => undefined;

  write(path: string, content = 'a'): void {
    this.#files.set(path, { content, stamp: ++this.#stamps });
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1))
      this.#folders.add(path.slice(0, at));
  }

  makeFolder(path: string): void {
    this.#folders.add(path);
  }

  delete(path: string): void {
    for (const paths of [this.#files, this.#folders]) {
      for (const one of paths.keys()) if (isWithin(path, one)) paths.delete(one);
    }
  }

  /** Types a text into an open document, or closes it. */
  type(path: string, content: string | undefined): void {
    if (content === undefined) this.#unsaved.delete(path);
    else this.#unsaved.set(path, content);
  }

  /** What is known of all files, as one text. */
  get known(): string {
    return [...this.#known]
      .sort()
      .map(([path, content]) => `${path}=${content}`)
      .join(' ');
  }

  takeAsked(): string[] {
    const asked = this.#asked;
    this.#asked = [];
    return asked;
  }

  matters(path: string): boolean {
    return path.endsWith('.json');
  }

  async list(scopes: readonly string[]): Promise<Listing> {
    const named = scopes.filter((scope) => this.matters(scope));
    const others = scopes.filter((scope) => !this.matters(scope));
    for (const scope of others) await this.#ask(`list ${scope}`);
    const folders = others.filter((scope) => scope === everything || this.#folders.has(scope));
    const inside = [...this.#files.keys()].filter((path) => folders.some((folder) => isWithin(folder, path)));
    return { files: [...named, ...inside].filter((path) => !this.excluded.has(path)), folders };
  }

  async stamp(path: string): Promise<string | undefined> {
    await this.#ask(`stat ${path}`);
    return this.#files.get(path)?.stamp.toString();
  }

  async read(paths: readonly string[], gone: ReadonlySet<string>): Promise<Reading[]> {
    const readings: Reading[] = [];
    for (const path of paths) {
      await this.#ask(`read ${path}`);
      const unsaved = this.#unsaved.get(path);
      const file = gone.has(path) ? undefined : this.#files.get(path);
      const before = this.#known.get(path);
      const after = unsaved ?? file?.content.trim();
      if (after === undefined) this.#known.delete(path);
      else this.#known.set(path, after);
      readings.push({
        path,
        change: before === after ? 'none' : 'all',
        isGone: after === undefined,
        isUnsaved: unsaved !== undefined,
        stamp: unsaved === undefined ? file?.stamp.toString() : undefined,
      });
    }
    return readings;
  }

  async #ask(what: string): Promise<void> {
    this.#asked.push(what);
    await this.onAsked(what);
  }
}
