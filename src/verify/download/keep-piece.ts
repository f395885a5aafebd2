import { type DownloadState, endDownload, tell } from "./download-state.ts";
import type { Fault } from "./fault.ts";
import { isSlow } from "./is-slow.ts";
import type { Job } from "./job.ts";
import { isUsable, type MirrorState, noteRate } from "./mirror-state.ts";

/** Tells whether a piece is right, and so is there; undefined when it could not be written, which is the end. */
async function put(download: DownloadState, job: Job, bytes: Uint8Array<ArrayBuffer>): Promise<boolean | undefined> {
  try {
    const { isRight, buffer } = await download.request.sink.keep(job.next, bytes);
    job.buffer = buffer;
    return isRight;
  } catch (cause) {
    endDownload(download, { kind: "failed", reason: "not-written", cause });
    return undefined;
  }
}

/** Those that were not tried are not slow, and make no other one slow. */
function isSlowNow({ mirrors, limits }: DownloadState, state: MirrorState): boolean {
  const tried = [...mirrors.values()].filter((other) => other.rate !== undefined && isUsable(other));
  return isSlow(state, tried, limits.slowRate / 1000);
}

function count(download: DownloadState, { state, next: index }: Job, bytes: number): void {
  const mirror = state.mirror.url_prefix;
  download.pieces.check(index);
  download.pieceAt = download.request.clock.now();
  state.pieces += 1;
  state.bytes += bytes;
  tell(download, { kind: "piece-checked", mirror, index, bytes, isSlow: isSlowNow(download, state) });
}

/** Has the piece checked and written that a job has read; then the job goes on to the next one. */
export async function keepPiece(
  download: DownloadState,
  job: Job,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Fault | undefined> {
  // The sink may take the bytes away.
  const { length } = bytes;
  noteRate(job.state, length, job.watchdog.waitedMs());
  job.isKeeping = true;
  try {
    const isRight = await put(download, job, bytes);
    if (isRight === false) return "lies";
    if (isRight) count(download, job, length);
    job.pieces += 1;
    job.next += 1;
    job.got = 0;
    return undefined;
  } finally {
    job.isKeeping = false;
    job.watchdog.restart();
  }
}
