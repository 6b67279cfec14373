import type { Timers } from '../../src/core/ports';
import { timers } from '../../src/host/timers';

/**
 * Timers for what waits until the disk is at rest, or nobody types: the few files that a test writes are so sooner than a clone's.
 * @param pace how many times as quickly time passes
 */
export function quickTimers(pace: number): Timers {
  return {
    elapsed: () => timers.elapsed() * pace,
    after: (milliseconds, work) => timers.after(milliseconds / pace, work),
  };
}

/** Time that stands still: what is to be done later waits until time passes again, as these timers have it. */
export function stoppedTimers(passing: Timers): Timers & { goOn(): void } {
  const now = passing.elapsed();
  let waiting: Set<() => void> | undefined = new Set();
  return {
    elapsed: () => (waiting ? now : passing.elapsed()),
    after(milliseconds, work) {
      if (!waiting) return passing.after(milliseconds, work);
      let cancel = (): void => {
        waiting?.delete(start);
      };
      const start = () => {
        cancel = passing.after(milliseconds, work);
      };
      waiting.add(start);
      return () => cancel();
    },
    goOn() {
      const starts = waiting ?? [];
      waiting = undefined;
      for (const start of starts) start();
    },
  };
}
