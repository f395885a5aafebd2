import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** How much is read at once. */
const CHUNK_BYTES = 2 ** 20;

const GZIP = [0x1f, 0x8b];

interface LogFacts {
  readonly isGzip: boolean;
  /** Up to where there is something now: a log may grow while it is read. Infinity for what has no end of its own. */
  readonly size: number;
}

async function findFacts(file: string): Promise<LogFacts> {
  const handle = await open(file);
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) return { isGzip: false, size: Infinity };
    const { buffer } = await handle.read(Buffer.alloc(GZIP.length), 0, GZIP.length, 0);
    return { isGzip: GZIP.every((byte, index) => buffer[index] === byte), size: facts.size };
  } finally {
    await handle.close();
  }
}

/** Opens a log from its beginning to where it ends now; what is packed with gzip, as its first bytes tell, is unpacked. */
export async function openLog(file: string): Promise<Readable> {
  const { isGzip, size } = await findFacts(file);
  const stream = createReadStream(file, { highWaterMark: CHUNK_BYTES, end: Math.max(size - 1, 0) });
  if (!isGzip) return stream;
  const plain = createGunzip({ chunkSize: CHUNK_BYTES });
  stream.on("error", (error) => plain.destroy(error)).pipe(plain);
  return plain;
}
