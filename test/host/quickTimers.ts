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
