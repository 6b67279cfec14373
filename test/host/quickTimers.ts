import type { Timers } from '../../src/core/ports';
import { timers } from '../../src/host/timers';

/**
 * Time that passes quicker for what waits until the disk is at rest: that is as true of a test's few files after an
 * eighth of the time.
 * @param pace how many times as quick it is
 */
export function quickTimers(pace = 8): Timers {
  return {
    elapsed: () => timers.elapsed() * pace,
    after: (milliseconds, work) => timers.after(milliseconds / pace, work),
  };
}
