import { isHashOf, placePiece } from "../piece-list.ts";
import { type DownloadState, endDownload, tell } from "./download-state.ts";
import type { Fault } from "./fault.ts";
import { isSlow } from "./is-slow.ts";
import type { Job } from "./job.ts";
import { isUsable, type MirrorState, noteRate } from "./mirror-state.ts";

async function write(download: DownloadState, job: Job, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { list, sink } = download.request;
  try {
    job.buffer = await sink.write(placePiece(list, job.next).start, bytes);
    download.pieces.check(job.next);
  } catch (cause) {
    endDownload(download, { kind: "failed", reason: "not-written", cause });
  }
}

/** Those that were not tried are not slow, and make no other one slow. */
function isSlowNow({ mirrors, limits }: DownloadState, state: MirrorState): boolean {
  const tried = [...mirrors.values()].filter((other) => other.rate !== undefined && isUsable(other));
  return isSlow(state, tried, limits.slowRate / 1000);
}

function count(download: DownloadState, { state, next: index }: Job, bytes: number): void {
  const mirror = state.mirror.url_prefix;
  download.pieceAt = download.request.clock.now();
  state.pieces += 1;
  state.bytes += bytes;
  tell(download, { kind: "piece-checked", mirror, index, bytes, isSlow: isSlowNow(download, state) });
}

/** Checks the piece that a job has read, and writes it only if it is right; then the job goes on to the next one. */
export async function keepPiece(
  download: DownloadState,
  job: Job,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Fault | undefined> {
  const { list, digest } = download.request;
  // The sink may take the bytes away.
  const { length } = bytes;
  noteRate(job.state, length, job.watchdog.waitedMs());
  job.isKeeping = true;
  try {
    if (!isHashOf(list, job.next, await digest(bytes))) return "lies";
    if (download.ending) return undefined;
    await write(download, job, bytes);
    if (download.pieces.isChecked(job.next)) count(download, job, length);
    job.pieces += 1;
    job.next += 1;
    job.got = 0;
    return undefined;
  } finally {
    job.isKeeping = false;
    job.watchdog.restart();
  }
}
