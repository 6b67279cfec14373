import type { Logger, Timers } from '../ports';
import { compareWithDisk } from './compareWithDisk';
import { Flock } from './flock';
import { everything, type FollowedDisk, type News, type Reading } from './followedDisk';
import { LookTimes } from './lookTimes';
import { outermostFolders } from './outermostFolders';
import { Unannounced } from './unannounced';

/** Who hears from a follower. */
export interface FollowerListener {
  /** What is known is another thing than before. */
  changed(news: News): void;
  /** Nothing is on the way any more, though nothing has changed. */
  rested(): void;
}

/**
 * Keeps true what is known of the files on a disk. Events only say where to look. What differs there from what is known
 * is read, and that place is looked at again until nothing differs: so a missed, late or repeated event makes no
 * difference. Changes are reported after a rest, because a clone or a branch arrives file by file; what is typed, and
 * what we write ourselves, is reported at once. Nothing is read before `readAll`.
 */
export class DiskFollower {
  /** Of all files that say something. */
  readonly #stamps = new Map<string, string | undefined>();
  readonly #news = new Unannounced();
  readonly #times: LookTimes;
  readonly #events: Flock;
  readonly #typed: Flock;
  /** Where something changed that is not reported yet. */
  readonly #touched = new Set<string>();
  /** Folders in which more may come unseen. */
  readonly #watched = new Set<string>();
  #lastTurn = Promise.resolve();
  #isStirred = false;
  #underWay = 0;
  /** Whether somebody may have seen that it is settling, and waits. */
  #owesRest = false;
  #isDisposed = false;

  constructor(
    private readonly disk: FollowedDisk,
    timers: Timers,
    private readonly log: Logger,
    private readonly listener: FollowerListener,
  ) {
    this.#times = new LookTimes(timers, () => this.#inBackground(() => this.#lookAgain()));
    this.#typed = new Flock(timers, (paths) => this.#inBackground(() => this.#reconcile([], paths)));
    this.#events = new Flock(timers, (scopes) => {
      const wasStirred = this.#isStirred;
      this.#isStirred = false;
      this.#inBackground(() => this.#reconcile(scopes), wasStirred);
    });
  }

  /** Whether a change is not reported yet: what is known may be half of what is on the disk. */
  get isSettling(): boolean {
    return this.#isStirred || this.#underWay > 0 || this.#times.isMoving;
  }

  /** Looks at a file or a folder that may be another one than before, or at `everything`. */
  look(scope: string): void {
    if (this.#isDisposed) return;
    if (scope !== everything && this.disk.matters(scope)) {
      this.#isStirred = true;
      this.#owesRest = true;
    }
    this.#events.add(scope);
  }

  /** Reads a file again whose open document was changed or closed, which no stamp shows. */
  readTyped(path: string): void {
    if (!this.#isDisposed) this.#typed.add(path);
  }

  /** Reads files again now, and reports it at once; for what we wrote ourselves. */
  refresh(paths: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      this.#take(await this.disk.read(paths, new Set()), true);
      return { ...this.#news.take(), isTyped: false };
    });
  }

  /** Reads everything anew. `prepare` is called right before, when nothing else is being read. */
  readAll(prepare: () => void = () => undefined): Promise<void> {
    return this.#inTurn(async () => {
      prepare();
      this.#stamps.clear();
      // Should it fail, it is looked for again.
      this.#watch([everything]);
      const { files } = await this.disk.list([everything]);
      this.#take(await this.disk.read(files, new Set()), true);
      this.#news.take();
      this.#settle();
      this.#watched.delete(everything);
      return { files: undefined, isTyped: false };
    }, true);
  }

  /**
   * Whether a file on the disk, by its stamp or as it was last read, is the one that was reported. If not, it is looked
   * at. A file of which nothing is known has nothing to differ from.
   */
  async isCurrent(path: string, stamp = this.#stamps.get(path)): Promise<boolean> {
    // It will be reported.
    if (this.#news.has(path)) return false;
    if (stamp === undefined) return true;
    if (stamp === this.#stamps.get(path) && stamp === (await this.disk.stamp(path))) return true;
    this.look(path);
    return false;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const part of [this.#times, this.#events, this.#typed]) part.dispose();
  }

  /** Reads what differs in some scopes, and files that were typed in; whether anything was new on the disk. */
  async #reconcile(paths: readonly string[], typed: readonly string[] = []): Promise<boolean> {
    const scopes = outermostFolders(paths);
    try {
      const { toRead, gone, folders } = await compareWithDisk(this.disk, this.#stamps, scopes, typed);
      if (this.#isDisposed) return false;
      const isNew = toRead.length > 0 && (await this.#read(toRead, gone));
      this.#watch([...folders].filter((folder) => folder !== everything || isNew));
      if (isNew) for (const scope of scopes) this.#touched.add(scope);
      return isNew;
    } catch (error) {
      this.log.error('Reading the workspace', error);
      // No event will come for it again.
      this.#watch(scopes);
      return false;
    }
  }

  async #read(paths: readonly string[], gone: ReadonlySet<string>): Promise<boolean> {
    this.#underWay++;
    this.#owesRest = true;
    try {
      return this.#take(await this.disk.read(paths, gone));
    } finally {
      this.#underWay--;
    }
  }

  async #lookAgain(): Promise<void> {
    const isDue = this.#times.isDue(this.#news.isMissingSome);
    const isNew = await this.#reconcile([...this.#watched, ...(isDue ? this.#touched : [])]);
    if (this.#times.grow() && !isNew) this.#watched.clear();
    if (isDue && !isNew && this.#events.isEmpty) this.#settle();
  }

  #watch(folders: readonly string[]): void {
    const isFirst = this.#watched.size === 0;
    // While things move the pauses go on growing: they rest before those end.
    const isNew = !this.#times.isMoving && folders.some((folder) => !this.#watched.has(folder));
    if (isFirst || isNew) this.#times.restart();
    for (const folder of folders) this.#watched.add(folder);
  }

  /** Whether anything was new on the disk; of what we wrote ourselves nothing is. */
  #take(readings: readonly Reading[], isOwn = false): boolean {
    let isNew = false;
    let isNewToOthers = false;
    for (const reading of readings) {
      const { path, isGone, isUnsaved } = reading;
      const change = this.#keepStamp(reading) && reading.change === 'none' ? 'self' : reading.change;
      if (change === 'none') continue;
      this.#news.add({ path, change }, { isGone, isUnsaved });
      if (isUnsaved || isOwn) continue;
      isNew = true;
      isNewToOthers ||= change !== 'self';
    }
    // What somebody saved says what was typed before.
    if (isNewToOthers || (isNew && this.#times.isMoving)) this.#times.move();
    return isNew;
  }

  /** Whether it is another one. */
  #keepStamp({ path, stamp, isGone, isUnsaved }: Reading): boolean {
    const former = this.#stamps.get(path);
    if (isGone) this.#stamps.delete(path);
    else this.#stamps.set(path, isUnsaved ? former : stamp);
    return stamp !== undefined && stamp !== former;
  }

  #settle(): void {
    this.#times.rest();
    this.#touched.clear();
    this.#news.giveUpMissing();
  }

  #tell(news: News): void {
    if (!this.isSettling) this.#owesRest = false;
    this.listener.changed(news);
  }

  #inBackground(work: () => Promise<unknown>, isSettling = false): void {
    const silently = async () => {
      await work();
      return undefined;
    };
    this.#inTurn(silently, isSettling).catch((error: unknown) =>
      this.log.error('Telling of changed files', error),
    );
  }

  /**
   * One after the other: of two readings of a file, the later one must have the last word. `work` resolves to what is
   * reported at once.
   */
  #inTurn(work: () => Promise<News | undefined>, isSettling = false): Promise<void> {
    if (isSettling) {
      this.#underWay++;
      this.#owesRest = true;
    }
    const turn = this.#lastTurn.then(async () => {
      let news: News | undefined;
      try {
        if (!this.#isDisposed) news = await work();
      } finally {
        if (isSettling) this.#underWay--;
        if (!this.#isDisposed) this.#conclude(news);
      }
    });
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  /** After each piece of work: reports what can be reported, and plans the next look. */
  #conclude(news: News | undefined): void {
    if (!this.#times.isMoving || this.#times.isOverdue) this.#settle();
    const { isMoving } = this.#times;
    if (news) this.#tell(news);
    else if (!isMoving && !this.#news.isEmpty) this.#tell(this.#news.take());
    this.#times.plan({
      isWatching: this.#watched.size > 0,
      isMissingSome: this.#news.isMissingSome,
      isWaiting: !this.#events.isEmpty,
    });
    if (!this.#owesRest || this.isSettling) return;
    this.#owesRest = false;
    this.listener.rested();
  }
}
