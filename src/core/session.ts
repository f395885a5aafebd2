import { type Draw, toUnitInterval } from "./draw.ts";

/** How often the hash is stirred after its text has ended, so that the last characters count as much as the first. */
const FINAL_ROUNDS = 3;

/** Folds a text into 32 bits: for each UTF-16 unit, xor it in, then xor-shift and multiply. */
function hashText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length + FINAL_ROUNDS; index++)
    // Beyond the end charCodeAt gives NaN, which xor takes as 0.
    hash = Math.imul(hash ^ (hash >>> 15) ^ text.charCodeAt(index), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/**
 * Gives the same draw for the same key and `url_prefix`, on every page, after a reload and in the extension: weighted
 * rendezvous hashing (Thaler and Ravishankar, "Using name-based mappings to increase hit rates", 1998). When a mirror leaves,
 * only the sessions that were on it move. The key is a secret of the session, so that no operator can choose an address that
 * wins; the hash itself is fast and not cryptographic.
 */
export function sessionDraw(key: string): Draw {
  return ({ url_prefix }) => toUnitInterval(hashText(key + url_prefix));
}
