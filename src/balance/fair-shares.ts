import { largestRemainder } from "./largest-remainder.ts";

/** What a mirror's fair share depends on. */
export interface ShareTaker {
  readonly weight: number;
  /** The most clients it is meant to have. */
  readonly max_clients?: number | undefined;
}

function sumWeights(takers: readonly ShareTaker[]): number {
  return takers.reduce((sum, { weight }) => sum + weight, 0);
}

function shareByWeight(takers: readonly ShareTaker[], clients: number): number[] {
  if (sumWeights(takers) === 0) return takers.map(() => 0);
  return largestRemainder(
    takers.map(({ weight }) => weight),
    clients,
  );
}

/** Fills up who would get more than the most it is meant to have, until nobody would. */
function fillUp(takers: readonly ShareTaker[], clients: number): Map<ShareTaker, number> {
  const parts = shareByWeight(takers, clients);
  const full = takers.filter(({ max_clients = Infinity }, index) => (parts[index] ?? 0) > max_clients);
  if (full.length === 0) return new Map(takers.map((taker, index) => [taker, parts[index] ?? 0]));
  const filled = full.map(({ max_clients = 0 }) => max_clients);
  const left = clients - filled.reduce((sum, count) => sum + count, 0);
  const others = takers.filter((taker) => !full.includes(taker));
  return new Map([...full.map((taker, index) => [taker, filled[index] ?? 0] as const), ...fillUp(others, left)]);
}

/**
 * Gives the clients that each mirror is due: clients x weight / sum of weights, in whole clients that sum to all of them. Nobody is
 * due more than its `max_clients` while others have room; when nobody has, what is left is shared by weight all the same, as clients
 * must be somewhere. All are 0 when every weight is 0.
 */
export function fairShares(takers: readonly ShareTaker[], clients: number): number[] {
  const unique = takers.map(({ weight, max_clients }) => ({ weight, max_clients }));
  const filled = fillUp(unique, clients);
  const parts = unique.map((taker) => filled.get(taker) ?? 0);
  const left = clients - parts.reduce((sum, count) => sum + count, 0);
  if (left <= 0) return parts;
  const extra = shareByWeight(unique, left);
  return parts.map((count, index) => count + (extra[index] ?? 0));
}
