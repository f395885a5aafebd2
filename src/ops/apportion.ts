import { largestRemainder } from "../balance/largest-remainder.ts";

interface Seat {
  readonly index: number;
  readonly weight: number;
}

function shareOut(seats: readonly Seat[], total: number): Map<number, number> {
  const parts = largestRemainder(
    seats.map(({ weight }) => weight),
    total,
  );
  return new Map(seats.map(({ index }, at) => [index, parts[at] ?? 0]));
}

/** Gives 1 to whoever would get nothing, and shares out the rest among the others. */
function shareOutAbove0(seats: readonly Seat[], total: number): Map<number, number> {
  const parts = shareOut(seats, total);
  const small = seats.filter(({ index }) => parts.get(index) === 0);
  if (small.length === 0) return parts;
  const large = seats.filter((seat) => !small.includes(seat));
  return new Map([...shareOutAbove0(large, total - small.length), ...small.map(({ index }) => [index, 1] as const)]);
}

/**
 * Gives whole numbers in the proportion of the weights that sum to `total` exactly, by largest remainder (Hamilton's method).
 * What is above 0 stays at least 1, and 0 stays 0. Throws a RangeError for a weight that is no number from 0 on, when all are 0,
 * and for a total that is no whole number or smaller than the count of weights above 0.
 */
export function apportion(weights: readonly number[], total: number): number[] {
  const seats = weights.map((weight, index) => ({ index, weight })).filter(({ weight }) => weight !== 0);
  const odd = seats.find(({ weight }) => !(weight > 0 && weight < Infinity));
  if (odd) throw new RangeError(`weight must be a number from 0 on, got ${odd.weight}`);
  if (seats.length === 0) throw new RangeError("weights must hold one above 0, got none");
  if (!Number.isSafeInteger(total) || total < seats.length)
    throw new RangeError(`total must be a whole number from ${seats.length} on, got ${total}`);
  const parts = shareOutAbove0(seats, total);
  return weights.map((_, index) => parts.get(index) ?? 0);
}
