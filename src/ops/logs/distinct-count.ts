/** How many registers a count has: more are more exact, and 4096 are off by 1.6 % on average (1.04 / the root of their number). */
const REGISTERS = 4096;

/** How many bits of a hash choose the register. */
const INDEX_BITS = 12;

/** The constant of Flajolet's estimate for so many registers. */
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/**
 * A count of distinct things that keeps none of them (HyperLogLog: Flajolet, Fusy, Gandouet and Meunier 2007): for each register the
 * longest run of zeros that a hash began with.
 */
export type DistinctCount = Uint8Array;

/** Makes a count of nothing yet. */
export function createCount(): DistinctCount {
  return new Uint8Array(REGISTERS);
}

/** Counts a thing by its hash of 32 bits; again and again changes nothing. */
export function countHash(registers: DistinctCount, hash: number): void {
  const index = hash >>> (32 - INDEX_BITS);
  const rank = Math.min(Math.clz32(hash << INDEX_BITS), 32 - INDEX_BITS) + 1;
  if ((registers[index] ?? 0) < rank) registers[index] = rank;
}

/** Estimates how many distinct things were counted. Few ones are counted by the registers that are still empty. */
export function estimateCount(registers: DistinctCount): number {
  let [sum, empty] = [0, 0];
  for (const rank of registers) {
    sum += 2 ** -rank;
    if (rank === 0) empty++;
  }
  const estimate = (ALPHA * REGISTERS ** 2) / sum;
  const isSmall = estimate <= 2.5 * REGISTERS && empty > 0;
  return Math.round(isSmall ? REGISTERS * Math.log(REGISTERS / empty) : estimate);
}
