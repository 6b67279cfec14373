/** Work at a stretch that nobody feels: a keystroke waits no longer than this and one more piece of work. */
const slice = 10;

/** Browsers have no `setImmediate`, and Node's timers wait for a millisecond at least. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });

/**
 * Makes a function to await before each piece of work of some milliseconds: once such pieces have filled a slice, it
 * lets everything else in the extension host have its turn. Pieces that wait at the same time go on one by one.
 */
export function createBreather(): () => Promise<void> {
  let started = performance.now();
  let lastBreath: Promise<void> | undefined;
  const breathe = async () => {
    await nextTurn();
    started = performance.now();
    lastBreath = undefined;
  };
  return async () => {
    // Of several that waited together, the first to go on may have filled the next slice already.
    while (performance.now() - started >= slice) await (lastBreath ??= breathe());
  };
}
