import type { StateStore } from '../../core/ports';
import { configDigest } from '../../core/flow/configDigest';
import type { Clock } from '../../core/ports';
import { isObject } from '../../core/json/narrow';

interface PartTime {
  readonly digest: string;
  /** Milliseconds since the epoch. */
  readonly mtime: number;
}

const key = 'partTimes';

/** More parts than people have open. */
const limit = 200;

/**
 * When each part has got the text that it has: what VS Code compares before it saves, so that it asks before a text is
 * overwritten that was changed meanwhile. Remembered, for VS Code also compares what it kept over a reload. Digests of
 * texts are kept, not texts.
 */
export class PartTimes {
  readonly #times: Map<string, PartTime>;

  constructor(
    private readonly state: StateStore,
    private readonly clock: Clock,
  ) {
    const stored = state.get(key);
    this.#times = new Map(
      Object.entries(isObject(stored) ? stored : {}).flatMap(([part, time]) =>
        isPartTime(time) ? [[part, time]] : [],
      ),
    );
  }

  /** The time of a part that has this text: the same as before, or a new and later one. */
  of(part: string, text: string): number {
    const digest = `${text.length}.${configDigest(text)}`;
    const known = this.#times.get(part);
    if (known?.digest === digest) return known.mtime;
    const mtime = Math.max(this.clock.now(), (known?.mtime ?? 0) + 1);
    this.#times.delete(part);
    this.#times.set(part, { digest, mtime });
    for (const oldest of [...this.#times.keys()].slice(0, -limit)) this.#times.delete(oldest);
    void this.state.update(key, Object.fromEntries(this.#times));
    return mtime;
  }
}

function isPartTime(value: unknown): value is PartTime {
  return isObject(value) && typeof value.digest === 'string' && typeof value.mtime === 'number';
}
