import { joinBytes } from "./join-bytes.ts";
import { ED25519 } from "./minisign.ts";
import type { PublicKey } from "./public-key.ts";

/** A secret key with its public half. */
export interface SecretKey extends PublicKey {
  /** The 32 bytes that all follows from. */
  readonly seed: Uint8Array;
}

/** How many bytes of scrypt's output lock a key. */
export const BODY_BYTES = 8 + 64 + 32;

/** Locks a body with as many bytes of scrypt's output, or unlocks it: both are the same. */
export function xorBytes(body: Uint8Array, stream: Uint8Array): Uint8Array {
  return body.map((byte, index) => byte ^ (stream[index] ?? 0));
}

/** Makes the body of a secret key out of its parts. */
export function makeBody({ keyId, seed, key }: SecretKey, checksum: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const open = joinBytes(keyId, seed, key);
  return joinBytes(open, checksum(joinBytes(ED25519, open)));
}

/**
 * Finds the key in an unlocked body; undefined when the checksum (BLAKE2b-256) does not fit, which is how a wrong password
 * shows. Of a key that was never locked, minisign 0.11 leaves the checksum 0.
 */
export function findSecretKey(
  body: Uint8Array,
  { checksum, isLocked }: { checksum: (bytes: Uint8Array) => Uint8Array; isLocked: boolean },
): SecretKey | undefined {
  const [open, end] = [body.subarray(0, 72), body.subarray(72)];
  const expected = checksum(joinBytes(ED25519, open));
  const isUnset = !isLocked && end.every((byte) => byte === 0);
  if (!isUnset && !end.every((byte, index) => byte === expected[index])) return undefined;
  return { keyId: open.slice(0, 8), seed: open.slice(8, 40), key: open.slice(40) };
}
