import type { MirrorTarget } from "./mirror-target.ts";
import { LARGEST_WEIGHT } from "./weigh-capacities.ts";

/** By how many percent of a weight a term changes it at most, unless told otherwise. */
export const STEP_PERCENT = 20;

/** The effective weights after a step, and the scale they are on. */
export interface WeightStep {
  /** How many units of effective weight one unit of the maintainers' own is worth. */
  readonly scale: number;
  /** In the order of the targets; 0 gives no new visitors. */
  readonly weights: readonly number[];
  /** Whether each mirror has the maintainers' own weight, so that no effective ones are needed. */
  readonly isOwn: boolean;
}

interface StepSize {
  /** Of a weight. */
  readonly percent: number;
  readonly scale: number;
}

/** Scales that people can divide by at sight, the finest first. */
const SCALES = [100, 10, 1];

/**
 * A mirror that was never probed has no place in the status, and keeps its own weight. The least step is one of effective weight: a
 * light mirror would else be rounded back to where it was, and never be relieved.
 */
function limitStep(target: MirrorTarget, start: number, { percent, scale }: StepSize): number {
  if (target.isBroken) return 0;
  if (!target.judgement.status) return target.judgement.mirror.weight;
  const most = Math.max((Math.max(start, target.judgement.mirror.weight) * percent) / 100, 1 / scale);
  return Math.min(Math.max(target.target, start - most), start + most);
}

/** Gives the finest scale by which no weight of now or later is above what one may be. */
function findScale(targets: readonly MirrorTarget[], starts: readonly number[]): number {
  const own = targets.flatMap(({ target, judgement }) => [target, judgement.mirror.weight]);
  const largest = Math.max(...own, ...starts);
  return SCALES.find((one) => one * largest <= LARGEST_WEIGHT) ?? 1;
}

/** What is above 0 stays so, and what would be more than a weight may be is cut. */
function roundWeight(weight: number): number {
  return weight > 0 ? Math.min(Math.max(Math.round(weight), 1), LARGEST_WEIGHT) : 0;
}

/**
 * Gives the effective weights one step nearer to the targets than where they start, in units of the maintainers' own: each changes by so many percent of what it is, or of the maintainers'
 * own where that is more, so that a mirror which is relieved comes back as fast as it went; and by 1 at least.
 */
export function stepWeights(targets: readonly MirrorTarget[], starts: readonly number[], percent: number): WeightStep {
  const scale = findScale(targets, starts);
  const steps = targets.map((target, index) => limitStep(target, starts[index] ?? 0, { percent, scale }));
  const weights = steps.map((step) => roundWeight(step * scale));
  const isOwn = targets.every(({ judgement }, index) => weights[index] === judgement.mirror.weight * scale);
  return { scale, weights, isOwn };
}
