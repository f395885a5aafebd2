import { type DownloadState, tell } from "./download-state.ts";
import { type Fault, isPassing } from "./fault.ts";
import { cutJob, type Job } from "./job.ts";
import type { MirrorState } from "./mirror-state.ts";

/** So many times the tries are had by mirrors that fail while nobody gives anything: with the usual rests, about six minutes. */
const OFFLINE_PATIENCE = 2;

function drop(download: DownloadState, state: MirrorState, fault: Fault): void {
  if (state.isDropped) return;
  state.isDropped = true;
  tell(download, { kind: "mirror-dropped", mirror: state.mirror.url_prefix, fault });
}

/** Breaks off what else a mirror is sending: one that lies is not waited for, even where it may be right. */
function cutOff({ jobs, pieces }: DownloadState, state: MirrorState): void {
  for (const job of jobs) if (job.state === state) pieces.giveBack(cutJob(job));
}

function putLast(download: DownloadState, state: MirrorState): void {
  if (!state.hasRange) return;
  state.hasRange = false;
  tell(download, { kind: "mirror-dropped", mirror: state.mirror.url_prefix, fault: "no-range" });
}

/** Doubles with each failure in a row; by chance it is down to half of that. */
function measureRest({ limits, request }: DownloadState, { failuresInRow }: MirrorState, asked: number): number {
  const backOff = limits.restMs * 2 ** Math.min(failuresInRow - 1, 30) * (0.5 + request.random() / 2);
  return Math.min(Math.max(backOff, asked), limits.maxRestMs);
}

/** Who is offline hears of no mirror: as long as nobody gives a piece, it may be the visitor's own line that has broken. */
function countTries({ limits, pieceAt }: DownloadState, { failsSince }: MirrorState, fault: Fault): number {
  const isLine = (fault === "unreachable" || fault === "stalls") && pieceAt < failsSince;
  return limits.tries * (isLine ? OFFLINE_PATIENCE : 1);
}

function rest(download: DownloadState, { state, pieces, retryAfterMs = 0 }: Job, fault: Fault): void {
  const now = download.request.clock.now();
  // Two connections that break together are one failure.
  if (state.restsUntil > now) return;
  if (state.failuresInRow === 0) state.failsSince = now;
  state.failuresInRow += 1;
  state.barrenInRow = pieces > 0 ? 0 : state.barrenInRow + 1;
  // The whole file begins anew each time: there, a piece is no reason to go on.
  const failures = state.hasRange ? state.barrenInRow : state.failuresInRow;
  if (failures >= countTries(download, state, fault)) return drop(download, state, fault);
  const ms = measureRest(download, state, retryAfterMs);
  state.restsUntil = now + ms;
  tell(download, { kind: "mirror-rests", mirror: state.mirror.url_prefix, fault, ms });
}

/**
 * Draws the consequence of a request that failed: what may pass lets the mirror rest, ever longer, and after some failures
 * without a single piece drops it; a mirror without Range is kept for the worst case; all else drops it at once, with its other
 * requests.
 */
export function strikeMirror(download: DownloadState, job: Job, fault: Fault): void {
  const { state } = job;
  state.failures += 1;
  state.fault = fault;
  if (fault === "no-range") putLast(download, state);
  else if (isPassing(fault)) rest(download, job, fault);
  else {
    cutOff(download, state);
    drop(download, state, fault);
  }
}
