import type { ByteReader } from "./byte-reader.ts";
import type { Job } from "./job.ts";

/**
 * Reads the bytes of a job's next piece into its buffer; undefined when the body ends before. Rejects when the mirror stalls or
 * breaks off.
 */
export async function readPiece(
  job: Job,
  reader: ByteReader,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  while (job.got < length) {
    const part = await job.watchdog.wait(reader.read(new Uint8Array(job.buffer, job.got, length - job.got)));
    if (!part) return undefined;
    job.buffer = part.buffer;
    job.got += part.length;
  }
  return new Uint8Array(job.buffer, 0, length);
}

/** Tells whether more comes after what was read. */
export async function hasMore({ watchdog }: Job, reader: ByteReader): Promise<boolean> {
  const part = await watchdog.wait(reader.read(new Uint8Array(1)));
  return part !== undefined;
}
