/** Whether this is `npm run soak`, which has the time to try everything. */
export const isSoak = process.env.FLOW_CONNECTIONS_SOAK === '1';

/** How many rounds a test with random input runs: all in `npm run soak`, otherwise a quarter, from the same seed. */
export function rounds(all: number): number {
  return isSoak ? all : all / 4;
}
