import type { Timers } from '../ports';

/** Changes come in flocks (a branch checked out, someone typing): they are handled together after a short rest. */
const rest = 150;

/** Whoever types, or a clone that goes on and on, holds up no file for longer. */
const longest = 1000;

/** Gathers paths until no more come for a moment. */
export class Flock {
  readonly #paths = new Set<string>();
  #firstAt = 0;
  #cancel = (): void => undefined;

  constructor(
    private readonly timers: Timers,
    private readonly handle: (paths: readonly string[]) => void,
  ) {}

  get isEmpty(): boolean {
    return this.#paths.size === 0;
  }

  add(path: string): void {
    const now = this.timers.elapsed();
    if (this.isEmpty) this.#firstAt = now;
    this.#paths.add(path);
    this.#cancel();
    const wait = Math.max(0, Math.min(rest, this.#firstAt + longest - now));
    this.#cancel = this.timers.after(wait, () => {
      const paths = [...this.#paths];
      this.#paths.clear();
      this.handle(paths);
    });
  }

  dispose(): void {
    this.#cancel();
    this.#paths.clear();
  }
}
