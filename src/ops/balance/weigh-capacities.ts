import { scaleWeights } from "../dns/scale-weights.ts";
import { findReach } from "./find-reach.ts";

/** The largest weight that a pool may have. */
export const LARGEST_WEIGHT = 1000;

/** How near to the best a range of weights must come: within 1 %. */
const NEAR = 0.99;

/** Weights that follow capacities, and what they are good for. */
export interface CapacityWeights {
  /** In the order of the capacities; 0 for a capacity of 0. */
  readonly weights: readonly number[];
  /** The largest weight of the range. */
  readonly largest: number;
  /** What the pool gives before its first mirror is full, in the unit of the capacities. */
  readonly reach: number;
}

/**
 * Gives whole weights up to `largest` that follow the capacities, by largest remainder; what is above 0 gets 1 at least. Throws a
 * RangeError for a capacity that is no number from 0 on, when all are 0, and for a range without a whole number from 1 on.
 */
export function weighCapacities(capacities: readonly number[], largest: number): CapacityWeights {
  const { weights } = scaleWeights(capacities, { largest, isSpread: true });
  return { weights, largest, reach: findReach(capacities, weights) };
}

/**
 * Gives the weights of the least range that lets the pool give within 1 % of what any range up to 1000 does: small numbers are read,
 * compared and changed by people.
 */
export function weighSimply(capacities: readonly number[]): CapacityWeights {
  const ranges = Array.from({ length: LARGEST_WEIGHT }, (_, index) => weighCapacities(capacities, index + 1));
  const best = Math.max(...ranges.map(({ reach }) => reach));
  return ranges.find(({ reach }) => reach >= NEAR * best) ?? weighCapacities(capacities, LARGEST_WEIGHT);
}
