import type { Digest } from "./piece-list.ts";

/** Gives the SHA-256 of some bytes by WebCrypto, which pages that came over https have, and all of an extension. */
export const digestNatively: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
