import type { Mirror } from "../../core/pool.ts";
import { apportion } from "../apportion.ts";
import { findLargestError } from "../dns/scale-weights.ts";
import type { MirrorSet, RedirectPool } from "./redirect-pool.ts";

/** A mirror, and which of an engine's draws are its own. */
export interface Portion {
  readonly mirror: Mirror;
  readonly first: number;
  /** The first draw that is another's. */
  readonly end: number;
}

/** Shares out an engine's draws by weight; every mirror gets one at least, and together they get all. */
export function shareOut(set: MirrorSet, draws: number): Portion[] {
  if (set.length === 0) return [];
  const weights = set.map(({ weight }) => weight);
  const counts = apportion(weights, draws);
  let end = 0;
  return set.map((mirror, index) => ({ mirror, first: end, end: (end += counts[index] ?? 0) }));
}

function findError(set: MirrorSet, draws: number): number {
  const counts = shareOut(set, draws).map(({ first, end }) => end - first);
  const weights = set.map(({ weight }) => weight);
  return set.length === 0 ? 0 : findLargestError(weights, counts);
}

/** Tells how far the shares of an engine with so many draws are from the weights. */
export function describeError({ sets }: RedirectPool, draws: number): string {
  const error = Math.max(...sets.map((set) => findError(set, draws)));
  const points = (part: number): string => String(Number((part * 100).toPrecision(2)));
  return `shares are in steps of ${points(1 / draws)} %: the largest difference to the weights is ${points(error)} percentage points`;
}
