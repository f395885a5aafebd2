import type { Mirror } from "./pool.ts";

/** Where chance comes from: a number for each mirror, uniform in the open interval (0, 1). */
export type Draw = (mirror: Mirror) => number;

/** Gives the middle of one of 2^32 equal parts of (0, 1), so that neither 0 nor 1 comes out. No share is off by more than 2^-32. */
export function toUnitInterval(word: number): number {
  return ((word >>> 0) + 0.5) / 2 ** 32;
}

/** Makes a draw out of a source of random words, such as `(words) => crypto.getRandomValues(words)`: every call is a new chance. */
export function randomDraw(getRandomValues: (words: Uint32Array<ArrayBuffer>) => unknown): Draw {
  return () => {
    const words = new Uint32Array(1);
    getRandomValues(words);
    return toUnitInterval(words[0] ?? 0);
  };
}
