import type { Timers } from '../../src/core/ports';

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Time that passes when a test says so. */
export class FakeTimers implements Timers {
  #now = 0;
  readonly #timers = new Set<Timer>();

  elapsed(): number {
    return this.#now;
  }

  after(milliseconds: number, work: () => void): () => void {
    const timer = { at: this.#now + milliseconds, work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Whether anything waits for time to pass. */
  get isWaiting(): boolean {
    return this.#timers.size > 0;
  }

  /** Lets time pass, and all that is due by then happen in its order, with whatever follows at once from each. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
      await settled();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    const due = [...this.#timers].filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at - b.at)[0];
  }
}

/** Once everything that waits for promises alone has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
