import type { Mirror } from "./pool.ts";

/** Gives the chance of each mirror to be drawn, in the order given; the sum is 1, or all are 0 when every weight is 0. */
export function expectedShares(mirrors: readonly Mirror[]): number[] {
  const total = mirrors.reduce((sum, { weight }) => sum + weight, 0);
  return mirrors.map(({ weight }) => (total > 0 ? weight / total : 0));
}
