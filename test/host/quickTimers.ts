import type { Timers } from '../../src/core/ports';
import { timers } from '../../src/host/timers';

/** How many times as quickly time passes. */
const pace = 8;

/** For what waits until the disk is at rest: that is as true of a test's few files after an eighth of the time. */
export const quickTimers: Timers = {
  elapsed: () => timers.elapsed() * pace,
  after: (milliseconds, work) => timers.after(milliseconds / pace, work),
};
