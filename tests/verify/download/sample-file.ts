import { createHash } from "node:crypto";
import type { Digest, PieceList } from "../../../src/verify/piece-list.ts";
import { seededWords } from "../../core/statistics.ts";

/** A file, and what is published of it. */
export interface SampleFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly list: PieceList;
}

/** Gives the SHA-256 of bytes at once, so that nothing depends on a thread's time. */
export const digestNow: Digest = (bytes) => Promise.resolve(createHash("sha256").update(bytes).digest());

/** Makes a file of random bytes. */
export function makeSampleFile(size: number, length: number, seed = 1): SampleFile {
  const bytes = new Uint8Array(seededWords(seed)(new Uint32Array(Math.ceil(size / 4))).buffer.slice(0, size));
  const count = Math.ceil(size / length);
  const pieces = Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
  const hashes = Buffer.concat(pieces.map((piece) => createHash("sha256").update(piece).digest()));
  return { bytes: bytes as Uint8Array<ArrayBuffer>, list: { size, length, hashes } };
}
