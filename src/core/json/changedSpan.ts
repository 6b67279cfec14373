/** Where two texts differ: what stood from `start` to `oldEnd` in the one stands from `start` to `newEnd` in the other. */
export interface ChangedSpan {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Long stretches are compared at once, which is a native comparison of memory. */
const stretch = 4096;

/** The smallest stretch outside which two texts are equal; empty in both where they are. */
export function changedSpan(before: string, after: string): ChangedSpan {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (
    start + stretch <= shorter &&
    before.slice(start, start + stretch) === after.slice(start, start + stretch)
  ) {
    start += stretch;
  }
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  const left = () => Math.min(oldEnd, newEnd) - start;
  while (
    left() >= stretch &&
    before.slice(oldEnd - stretch, oldEnd) === after.slice(newEnd - stretch, newEnd)
  ) {
    oldEnd -= stretch;
    newEnd -= stretch;
  }
  while (left() > 0 && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}
