/** Gives random words that are the same in every run (mulberry32, Ettinger 2017). */
export function seededWords(seed: number): (words: Uint32Array) => Uint32Array {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  };
  return (words) => {
    for (let index = 0; index < words.length; index++) words[index] = next();
    return words;
  };
}

/** The standard deviations that a normal variable exceeds once in 1,000. */
const ONE_IN_A_THOUSAND = 3.0902;

/**
 * Gives Pearson's chi-square of counts against expected shares, over its bound (Wilson and Hilferty's approximation): unless
 * another deviation is given, a fair source stays below 1 in 999 of 1,000 seeds, and a fixed seed makes it always or never.
 */
export function chiSquareOverBound(
  counts: readonly number[],
  shares: readonly number[],
  deviation = ONE_IN_A_THOUSAND,
): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const terms = counts.map((count, index) => {
    const expected = total * (shares[index] ?? 0);
    return expected > 0 ? (count - expected) ** 2 / expected : count === 0 ? 0 : Infinity;
  });
  const freedom = shares.filter((share) => share > 0).length - 1;
  const spread = 2 / (9 * freedom);
  // With one possible answer there is no chance: the sum is 0 or Infinity.
  const bound = freedom === 0 ? 1 : freedom * (1 - spread + deviation * Math.sqrt(spread)) ** 3;
  return terms.reduce((sum, term) => sum + term, 0) / bound;
}
