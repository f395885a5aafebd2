import { sha256 } from "@noble/hashes/sha2.js";
import { digestNatively } from "./digest-natively.ts";
import { renderHex } from "./render-hex.ts";
import { readPieces } from "./read-pieces.ts";

const CHUNK_BYTES = 2 ** 20;

/** Gives the SHA-256 of some bytes: by WebCrypto, or by @noble/hashes on a page that came over http, which has none. */
export async function digestBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { subtle } = crypto as Partial<Crypto>;
  return subtle ? digestNatively(bytes) : sha256(bytes);
}

/**
 * Tells whether a whole file has a SHA-256 (hexadecimal): for lists that name no pieces. WebCrypto has no way to hash in steps, so
 * this is plain JavaScript, a tenth as fast as checking pieces.
 */
export async function hasSum(file: Blob, sum: string, onBytes: (count: number) => void): Promise<boolean> {
  const hash = sha256.create();
  for await (const chunk of readPieces(file, CHUNK_BYTES)) {
    hash.update(chunk);
    onBytes(chunk.length);
  }
  return renderHex(hash.digest()) === sum;
}
