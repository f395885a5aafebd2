/** The worker of the other ways: reads a file as ours does, and hashes it with a library, or not at all. */
import { sha256 } from "@noble/hashes/sha2.js";
import { createSHA256 } from "hash-wasm";
import { readPieces } from "../../../src/verify/read-pieces.ts";
import type { WayJob } from "./way.ts";

interface Hash {
  readonly update: (bytes: Uint8Array) => unknown;
  readonly end: () => unknown;
}

const HASHES: Readonly<Record<string, () => Promise<Hash>>> = {
  read: () => Promise.resolve({ update: () => undefined, end: () => undefined }),
  noble: () => {
    const hash = sha256.create();
    return Promise.resolve({ update: (bytes) => hash.update(bytes), end: () => hash.digest() });
  },
  "hash-wasm": async () => {
    const hash = await createSHA256();
    return { update: (bytes) => hash.update(bytes), end: () => hash.digest() };
  },
};

const PIECE_BYTES = 4 * 2 ** 20;

addEventListener("message", ({ data: { way, file } }: MessageEvent<WayJob>) => {
  const answer = (text: string): void => (self as unknown as Pick<Worker, "postMessage">).postMessage(text);
  void (async () => {
    const hash = await HASHES[way]?.();
    for await (const piece of readPieces(file, PIECE_BYTES)) hash?.update(piece);
    hash?.end();
    answer("done");
  })().catch((error: unknown) => answer(String(error)));
});
