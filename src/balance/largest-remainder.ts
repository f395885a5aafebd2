/**
 * Shares a whole number out in the proportion of the weights, by largest remainder (Hamilton's method): each part is within 1 of its
 * quota, and they sum to `total` exactly. Of equal remainders, the earlier one comes first. One weight at least must be above 0.
 */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((part, weight) => part + weight, 0);
  const quotas = weights.map((weight) => total * (weight / sum));
  const parts = quotas.map(Math.floor);
  const left = total - parts.reduce((part, count) => part + count, 0);
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota % 1 }))
    .filter(({ index }) => weights[index] !== 0)
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
