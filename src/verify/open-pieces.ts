import type { Problem } from "../core/problem.ts";
import { renderHex } from "./render-hex.ts";
import { countPieces, type Digest, HASH_BYTES, type PieceList } from "./piece-list.ts";
import type { ReleaseFile } from "./releases.ts";

/** The pieces of a file, or why they cannot be used. */
export type PiecesOpening = { readonly list: PieceList } | { readonly problem: Problem };

/** Holds a `.pieces` file against the list of releases that names it; it may come from anywhere. */
export async function openPieces(
  { path, size, pieces }: ReleaseFile,
  bytes: Uint8Array<ArrayBuffer>,
  digest: Digest,
): Promise<PiecesOpening> {
  const fault = (code: string, message: string, cure: string): PiecesOpening => ({
    problem: { code, file: `${path}.pieces`, pointer: "", message, cure },
  });
  if (!pieces) return fault("no-pieces", "must be named by the list, got none", "check the file by its whole sum");
  const list = { size, length: pieces.length, hashes: bytes };
  const expected = countPieces(list) * HASH_BYTES;
  const sum = bytes.length === expected ? renderHex(await digest(bytes)) : `${bytes.length} bytes`;
  if (sum === pieces.sha256) return { list };
  const message = `must be ${expected} bytes with the SHA-256 ${pieces.sha256}, got ${sum}`;
  return fault("wrong-pieces", message, "fetch it again; what lies there is not what was signed");
}
