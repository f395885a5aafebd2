import { fetchBytes, type Freshness } from "./fetch-bytes.ts";
import { lastPart } from "./name-of.ts";

/** 16 MiB of hashes would be those of half a tebibyte. */
const MAX_PIECES_BYTES = 2 ** 24;

/** Fetches the `.pieces` file of a release, which lies beside the list; undefined when it cannot be had. What came is held against the list by `openPieces`. */
export function fetchPieces(
  path: string,
  list: string,
  cache?: Freshness,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return fetchBytes(new URL(`${lastPart(path)}.pieces`, list).href, MAX_PIECES_BYTES, cache);
}
