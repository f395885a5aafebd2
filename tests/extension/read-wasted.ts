import assert from "node:assert/strict";

/** Five percent of the lab's file, in megabytes: more may not come in vain. */
export const MOST_WASTED = 0.05 * 16.8;

/** Reads how many megabytes came in vain out of the words that say so: there must be such words. */
export function readWasted(words: string): number {
  const [, megabytes] = /Came in vain: \D*([\d.]+) MB/.exec(words) ?? [];
  assert.ok(megabytes, `expected words on what came in vain, got "${words}"`);
  return Number(megabytes);
}
