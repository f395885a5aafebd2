/** Hashes a part of some bytes to 32 bits (Murmur3's steps, a byte at a time). Not cryptographic: the key is to be a secret of the run. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, key: number): number {
  let hash = key;
  for (let index = start; index < end; index++)
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x5bd1e995) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
