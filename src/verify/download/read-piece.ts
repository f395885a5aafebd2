import type { ByteReader } from "./byte-reader.ts";
import type { Job } from "./job.ts";

/** What is read, and into what. */
export interface PieceReading {
  readonly reader: ByteReader;
  /** At least as long as the piece. */
  readonly buffer: ArrayBuffer;
  readonly length: number;
}

/**
 * Reads the bytes of one piece; undefined when the body ends before. The buffer may have moved: that of the bytes takes its
 * place. Rejects when the mirror stalls or breaks off.
 */
export async function readPiece(
  job: Job,
  { reader, buffer, length }: PieceReading,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let moved = buffer;
  while (job.got < length) {
    const part = await job.watchdog.wait(reader.read(new Uint8Array(moved, job.got, length - job.got)));
    if (!part) return undefined;
    moved = part.buffer;
    job.got += part.length;
  }
  return new Uint8Array(moved, 0, length);
}

/** Tells whether more comes after what was read. */
export async function hasMore({ watchdog }: Job, reader: ByteReader): Promise<boolean> {
  const part = await watchdog.wait(reader.read(new Uint8Array(1)));
  return part !== undefined;
}
