import assert from "node:assert/strict";
import pMap from "p-map";
import { chiSquareOverBound } from "../../core/statistics.ts";

/** How often each answer came. */
export type Counts = Readonly<Record<string, number>>;

/** How an engine is asked. */
export interface QueryOptions {
  /** How many questions are under way at once; one unless told, which is what engines that take turns need. */
  readonly concurrency?: number;
}

/** The engine's chance is not seeded: a fair one is beyond this many standard deviations less than once in 10^6 runs. */
const ONE_IN_A_MILLION = 4.7534;

/** Asks so many times and counts the answers. */
export async function queryShares(
  times: number,
  ask: (index: number) => Promise<string>,
  { concurrency = 1 }: QueryOptions = {},
): Promise<Counts> {
  const answers = await pMap(Array.from({ length: times }).keys(), ask, { concurrency });
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/**
 * Fails when answers did not come by their weights: chi-square with a bound that a fair engine passes less than once in 10^6 runs,
 * and no answer at all that is not expected or has the weight 0.
 */
export function assertShares(counts: Counts, weights: Counts): void {
  const answers = Object.keys(weights);
  const strangers = Object.keys(counts).filter((answer) => !answers.includes(answer));
  assert.deepEqual(strangers, [], "nobody else is led to");
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const got = answers.map((answer) => counts[answer] ?? 0);
  const shares = answers.map((answer) => (weights[answer] ?? 0) / total);
  const excess = chiSquareOverBound(got, shares, ONE_IN_A_MILLION);
  assert.ok(excess < 1, `chi-square is ${excess.toFixed(2)} times its bound: ${JSON.stringify({ counts, weights })}`);
}
