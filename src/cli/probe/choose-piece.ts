import { createHash } from "node:crypto";
import type { ProbedFile } from "./read-probed-files.ts";

/** A piece of a file. */
export interface Piece {
  /** How it is named to operators. */
  readonly name: string;
  /** The first byte, and the first byte after it. */
  readonly start: number;
  readonly end: number;
  /** In hexadecimal digits; undefined where the release has no hash of it. */
  readonly sha256: string | undefined;
}

/** How much of a file without piece hashes is asked for: enough to see whether the mirror keeps its word on ranges. */
const SAMPLE_BYTES = 1024;

const HASH_BYTES = 32;

function drawIndex(count: number, chance: string): number {
  // 48 bits out of which no count of pieces takes a share that could be noticed.
  return createHash("sha256").update(chance).digest().readUIntBE(0, 6) % count;
}

/** Gives a piece by its number from 0. */
export function findPiece({ path, size, sha256, pieces, pieceHashes }: ProbedFile, index: number): Piece {
  const isWhole = !pieces && size <= SAMPLE_BYTES;
  const length = pieces?.length ?? Math.min(size, SAMPLE_BYTES);
  const [start, end] = [index * length, Math.min((index + 1) * length, size)];
  const hash = pieceHashes?.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  const name = `${isWhole ? "" : `piece ${index + 1} of `}${path} (bytes ${start}-${end - 1})`;
  return { name, start, end, sha256: hash ? Buffer.from(hash).toString("hex") : isWhole ? sha256 : undefined };
}

/** Draws a piece; the same chance, a text, gives the same piece. */
export function choosePiece(file: ProbedFile, chance: string): Piece {
  const length = file.pieces?.length ?? Math.min(file.size, SAMPLE_BYTES);
  return findPiece(file, drawIndex(Math.ceil(file.size / length), chance));
}
