import type { FileHandle } from "node:fs/promises";

/** Reads to the end, or to one byte more than may be: what a file's facts say of its size need not hold, and a device has none. */
export async function readBounded(handle: FileHandle, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  const stream = handle.createReadStream({ end: maxBytes, autoClose: false });
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
