import type { Timers } from '../ports';

/** A clone or a branch arrives file by file: nothing is reported before this much time without a change. */
const settleTime = 1000;

/** A deleted file mostly comes back: a clone deletes everything first, and then has to ask the platform. */
const returnTime = 4000;

/**
 * Nothing that is cloned or checked out takes longer from its first file to its last; a disk that is still not at rest
 * has something on it that writes again and again. Half a truth every few minutes is better than none ever.
 */
const patience = 180_000;

/** What comes into new folders unseen mostly comes at once; a clone that asks the platform meanwhile takes some seconds. */
const shortestPause = 300;
const longestPause = 4800;

export interface LookPlan {
  /** Whether there are folders to look through again. */
  readonly isWatching: boolean;
  /** Whether some file has gone and has not come again. */
  readonly isMissingSome: boolean;
  /** Whether events wait for a look of their own, after which this is asked again. */
  readonly isWaiting: boolean;
}

/** When to look at the disk again, and when what was seen to change is at rest. */
export class LookTimes {
  #pause = shortestPause;
  #lastChange = 0;
  #movingSince: number | undefined;
  #cancel = (): void => undefined;

  constructor(
    private readonly timers: Timers,
    private readonly look: () => void,
  ) {}

  /** Whether something has changed and is not known to rest. */
  get isMoving(): boolean {
    return this.#movingSince !== undefined;
  }

  /** Whether it has moved for so long that waiting must end. */
  get isOverdue(): boolean {
    return this.#movingSince !== undefined && this.timers.elapsed() >= this.#movingSince + patience;
  }

  /** Whether what moved is at rest, if a look finds it so. */
  isDue(isMissingSome: boolean): boolean {
    return this.isMoving && this.timers.elapsed() >= this.#dueAt(isMissingSome);
  }

  move(): void {
    this.#lastChange = this.timers.elapsed();
    this.#movingSince ??= this.#lastChange;
  }

  rest(): void {
    this.#movingSince = undefined;
  }

  /** There is something new to look for. */
  restart(): void {
    this.#pause = shortestPause;
  }

  /** After a look; whether its pause was the longest, so that it need not be repeated. */
  grow(): boolean {
    const isLongest = this.#pause >= longestPause;
    this.#pause = Math.min(this.#pause * 2, longestPause);
    return isLongest;
  }

  /** Has it looked again in time; asked after whatever was done, and only the last time counts. */
  plan({ isWatching, isMissingSome, isWaiting }: LookPlan): void {
    this.#cancel();
    const waits = isWatching ? [this.#pause] : [];
    if (this.isMoving && !isWaiting)
      waits.push(Math.max(0, this.#dueAt(isMissingSome) - this.timers.elapsed()));
    this.#cancel = waits.length === 0 ? () => undefined : this.timers.after(Math.min(...waits), this.look);
  }

  dispose(): void {
    this.#cancel();
  }

  #dueAt(isMissingSome: boolean): number {
    const rested = this.#lastChange + (isMissingSome ? returnTime : settleTime);
    return Math.min(rested, (this.#movingSince ?? 0) + patience);
  }
}
