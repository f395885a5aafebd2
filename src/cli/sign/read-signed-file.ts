import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Reading } from "../../verify/minisign.ts";
import type { SignatureAlgorithm } from "../../verify/signature.ts";
import { digestChunks } from "./minisign-crypto.ts";
import { explainFile } from "../explain-file.ts";

/** What is signed without a digest is held in memory whole. */
const MAX_WHOLE_BYTES = 32 * 2 ** 20;

/** Reads what a signature is over: the file itself for "Ed", its BLAKE2b-512 for "ED". */
export async function readSignedFile(file: string, algorithm: SignatureAlgorithm): Promise<Reading<Uint8Array>> {
  try {
    if (algorithm === "ED") return { value: await digestChunks(createReadStream(file)) };
    const { size } = await stat(file);
    if (size <= MAX_WHOLE_BYTES) return { value: await readFile(file) };
    const message = `must be at most ${MAX_WHOLE_BYTES} bytes to be signed without a digest, got ${size}`;
    return { problem: { code: "too-large", file, pointer: "", message, cure: 'sign it without "--legacy"' } };
  } catch (error) {
    return { problem: explainFile(error, file) };
  }
}
