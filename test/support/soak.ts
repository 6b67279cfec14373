/** Whether this is `npm run soak`, which has the time to try everything. */
export const isSoak = process.env.FLOW_CONNECTIONS_SOAK === '1';

/** How often a test with random input tries: in `npm run soak` always, else a quarter of it. The seed is the same. */
export function rounds(all: number): number {
  return isSoak ? all : all / 4;
}
