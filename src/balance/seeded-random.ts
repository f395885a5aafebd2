import { sessionDraw } from "../core/session.ts";

/** A source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Gives numbers that look random, and are the same for the same seed (mulberry32, Ettinger 2017). */
export function seededRandom(seed: string): Random {
  let state = Math.floor(sessionDraw(seed)({ url_prefix: "", weight: 1 }) * 2 ** 32);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
