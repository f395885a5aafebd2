import { seededWords } from "../../core/statistics.ts";

/** Gives integers from 0 up to but without the limit. */
export type Dice = (limit: number) => number;

/** Makes dice that fall the same way for the same seed. */
export function createDice(seed: number): Dice {
  const words = seededWords(seed);
  return (limit) => Math.floor(((words(new Uint32Array(1))[0] ?? 0) / 2 ** 32) * limit);
}
