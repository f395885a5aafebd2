import type { Status } from "./status.ts";

/** The largest weight that a pool may have. */
const LARGEST_WEIGHT = 1000;

/**
 * Gives a hand-set weight on the scale of the effective ones beside it, so that mirrors which balancing has not weighed yet keep their
 * share. 0 stays 0: a maintainer disabled the mirror.
 */
export function scaleOwnWeight(weight: number, status: Pick<Status, "weight_scale"> | undefined): number {
  return Math.min(weight * (status?.weight_scale ?? 1), LARGEST_WEIGHT);
}
