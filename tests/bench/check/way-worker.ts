/** The worker of the other ways: reads a file as ours does, and hashes it with a library, or not at all; or hashes and does not read. */
import { sha256 } from "@noble/hashes/sha2.js";
import { createSHA256 } from "hash-wasm";
import { digestNatively } from "../../../src/verify/digest-natively.ts";
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

const [MIB, READ_BYTES] = [2 ** 20, 4 * 2 ** 20];

async function readAndHash(way: string, file: Blob): Promise<void> {
  const hash = await HASHES[way]?.();
  for await (const piece of readPieces(file, READ_BYTES)) hash?.update(piece);
  hash?.end();
}

/** Hashes as many pieces as a file has, with none of its bytes. */
async function hashOnly({ size }: Blob): Promise<void> {
  const piece = new Uint8Array(MIB);
  for (let done = 0; done < size; done += MIB) await digestNatively(piece);
}

addEventListener("message", ({ data: { way, file } }: MessageEvent<WayJob>) => {
  const answer = (text: string): void => (self as unknown as Pick<Worker, "postMessage">).postMessage(text);
  const work = way === "hash" ? hashOnly(file) : readAndHash(way, file);
  work.then(
    () => answer("done"),
    (error: unknown) => answer(String(error)),
  );
});
