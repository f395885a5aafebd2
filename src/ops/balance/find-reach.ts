/**
 * Gives what a pool can give before its first mirror is full, in the unit of the capacities, when downloads follow the weights: the
 * least of capacity x sum of weights / weight. Mirrors of weight 0 are not drawn, and never full; Infinity when all are.
 */
export function findReach(capacities: readonly number[], weights: readonly number[]): number {
  const sum = weights.reduce((part, weight) => part + weight, 0);
  return Math.min(
    ...weights.map((weight, index) => (weight > 0 ? ((capacities[index] ?? 0) * sum) / weight : Infinity)),
  );
}
