import { createCipheriv } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const MEBIBYTE = 2 ** 20;

/** Writes a file of so many MiB whose bytes repeat nowhere, the same in every run. */
export async function makeImage(file: string, mebibytes: number): Promise<void> {
  const zeros = Buffer.alloc(MEBIBYTE);
  const cipher = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16));
  await pipeline(Readable.from(Array.from({ length: mebibytes }, () => zeros)), cipher, createWriteStream(file));
}
