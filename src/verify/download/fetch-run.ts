import { placePiece } from "../piece-list.ts";
import { askMirror } from "./ask-mirror.ts";
import { type ByteReader, createByteReader } from "./byte-reader.ts";
import { type DownloadState, tell } from "./download-state.ts";
import type { Fault } from "./fault.ts";
import type { Job } from "./job.ts";
import { keepPiece } from "./keep-piece.ts";
import { hasMore, readPiece } from "./read-piece.ts";

async function readRun(download: DownloadState, job: Job, reader: ByteReader): Promise<Fault | undefined> {
  const { list } = download.request;
  const asked = job.end;
  while (job.next < job.end && !download.ending) {
    const { length } = placePiece(list, job.next);
    const bytes = await readPiece(job, reader, length);
    if (!bytes) return "breaks-off";
    // It may have been taken away in this very moment.
    if (job.isCut) return undefined;
    const fault = await keepPiece(download, job, bytes);
    if (fault) return fault;
  }
  // What others have taken from its end still comes, and is not read.
  return job.next === asked && (await hasMore(job, reader)) ? "too-long" : undefined;
}

/** Fetches a job's run of pieces in one request, each checked and written as it comes. Gives what went wrong; rejects when nobody answers. */
export async function fetchRun(download: DownloadState, job: Job): Promise<Fault | undefined> {
  const { list } = download.request;
  const last = placePiece(list, job.end - 1);
  const range = { first: placePiece(list, job.next).start, last: last.start + last.length - 1 };
  tell(download, { kind: "pieces-asked", mirror: job.state.mirror.url_prefix, first: job.next, end: job.end });
  const body = await askMirror(download, job, range);
  if (typeof body === "string") return body;
  job.watchdog.restart();
  const reader = createByteReader(body);
  try {
    return await readRun(download, job, reader);
  } finally {
    reader.cancel();
  }
}
