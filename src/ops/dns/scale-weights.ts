import { apportion } from "../apportion.ts";

/** What an engine takes as weights. */
export interface WeightRange {
  /** The largest weight that it takes; the smallest is 1. */
  readonly largest: number;
  /** Whether weights are always spread over the whole range: for engines whose draw is off by a part in the sum, and for weights with a fraction. */
  readonly isSpread?: boolean;
}

/** Weights as an engine takes them, and what that costs. */
export interface ScaledWeights {
  /** In the order given; 0 for a weight of 0, which an engine must not be given at all. */
  readonly weights: readonly number[];
  /** The largest distance of a share from the one that is meant, in parts of 1: 0.001 is a tenth of a percentage point. */
  readonly largestError: number;
}

/** Gives the largest distance of a share from the one that is meant, in parts of 1. */
export function findLargestError(weights: readonly number[], scaled: readonly number[]): number {
  const sum = (numbers: readonly number[]): number => numbers.reduce((part, number) => part + number, 0);
  const [total, scaledTotal] = [sum(weights), sum(scaled)];
  return Math.max(...weights.map((weight, index) => Math.abs((scaled[index] ?? 0) / scaledTotal - weight / total)));
}

/** Gives the largest total that leaves the heaviest weight in the range; enough for each weight to get 1. */
function chooseTotal(weights: readonly number[], largest: number): number {
  const heaviest = Math.max(...weights);
  const ratio = weights.reduce((sum, weight) => sum + weight / heaviest, 0);
  return Math.max(Math.floor(largest * ratio), weights.filter((weight) => weight > 0).length);
}

/**
 * Brings weights into an engine's range. Whole numbers that fit stay as they are; others are apportioned by largest remainder, as
 * finely as the range allows. What is above 0 stays at least 1. Throws a RangeError for weights that `apportion` refuses, and
 * for a range without a whole number from 1 on.
 */
export function scaleWeights(weights: readonly number[], { largest, isSpread = false }: WeightRange): ScaledWeights {
  if (!Number.isSafeInteger(largest) || largest < 1)
    throw new RangeError(`largest must be a whole number from 1 on, got ${largest}`);
  const fits = (weight: number): boolean => Number.isInteger(weight) && weight >= 0 && weight <= largest;
  const isKept = !isSpread && weights.every(fits) && weights.some((weight) => weight > 0);
  const scaled = isKept ? weights : apportion(weights, chooseTotal(weights, largest));
  return { weights: scaled, largestError: findLargestError(weights, scaled) };
}
