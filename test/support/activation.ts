import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What happens while the extension is loaded and activated. Times are in milliseconds: elapsed, and of the processor. */
export interface Activation {
  readonly load: readonly [number, number];
  readonly call: readonly [number, number];
  /** Whether `activate` returns a promise, which VS Code would wait for. */
  readonly waits: boolean;
  /** The file functions that are called while `activate` runs, and those that are called later. */
  readonly read: readonly string[];
  readonly readLater: readonly string[];
}

/** Notes the activations of an installed extension from now on; see scripts/lib/watchedActivation.cjs. */
export class ActivationWatch {
  readonly #dist: string;

  constructor(extension: string) {
    this.#dist = join(extension, 'dist');
    renameSync(join(this.#dist, 'extension.js'), join(this.#dist, 'bundle.js'));
    copyFileSync(join('scripts', 'lib', 'watchedActivation.cjs'), join(this.#dist, 'extension.js'));
  }

  forget(): void {
    rmSync(this.#noted, { force: true });
  }

  /** The last one since `forget`; undefined while there is none. */
  get last(): Activation | undefined {
    return existsSync(this.#noted)
      ? (JSON.parse(readFileSync(this.#noted, 'utf8')) as Activation)
      : undefined;
  }

  get #noted(): string {
    return join(this.#dist, 'activation.json');
  }
}
