import { countPieces, placePiece } from "../piece-list.ts";
import { askMirror } from "./ask-mirror.ts";
import { type ByteReader, createByteReader } from "./byte-reader.ts";
import { type DownloadState, tell } from "./download-state.ts";
import type { Fault } from "./fault.ts";
import type { Job } from "./job.ts";
import { keepPiece } from "./keep-piece.ts";
import { hasMore, readPiece } from "./read-piece.ts";

/** Keeps a piece that is open, and only counts one that others have or fetch. */
async function usePiece(download: DownloadState, job: Job, bytes: Uint8Array<ArrayBuffer>): Promise<Fault | undefined> {
  if (download.pieces.takePiece(job.next)) {
    job.end = job.next + 1;
    return keepPiece(download, job, bytes);
  }
  job.state.bytesWasted += bytes.length;
  job.next += 1;
  job.end = job.next;
  job.got = 0;
  job.watchdog.restart();
  return undefined;
}

async function readWhole(download: DownloadState, job: Job, reader: ByteReader): Promise<Fault | undefined> {
  const { list } = download.request;
  while (download.pieces.findOpen(job.next) !== undefined && !download.ending) {
    const { length } = placePiece(list, job.next);
    const bytes = await readPiece(job, reader, length);
    if (!bytes) return "breaks-off";
    const fault = await usePiece(download, job, bytes);
    if (fault) return fault;
  }
  return job.next === countPieces(list) && (await hasMore(job, reader)) ? "wrong-file" : undefined;
}

/**
 * Fetches the whole file from a mirror that gives no parts, from its beginning to the last piece that is missing; the pieces on
 * the way that are there already come again, and are wasted. Gives what went wrong; rejects when nobody answers.
 */
export async function fetchWhole(download: DownloadState, job: Job): Promise<Fault | undefined> {
  tell(download, { kind: "file-asked", mirror: job.state.mirror.url_prefix });
  const body = await askMirror(download, job, undefined);
  if (typeof body === "string") return body;
  job.watchdog.restart();
  const reader = createByteReader(body);
  try {
    return await readWhole(download, job, reader);
  } finally {
    reader.cancel();
  }
}
