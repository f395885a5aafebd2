import { listNextMirrors, rankMirrors } from "./choose-mirror.ts";
import { type DownloadState, endDownload } from "./download-state.ts";
import type { Fault } from "./fault.ts";
import { fetchRun } from "./fetch-run.ts";
import { cutJob, type Job, measureJob } from "./job.ts";
import type { MirrorState } from "./mirror-state.ts";
import type { Run } from "./piece-map.ts";
import type { Slot } from "./slot.ts";
import { strikeMirror } from "./strike-mirror.ts";
import { takeOver } from "./take-over.ts";
import { createWatchdog } from "./watchdog.ts";

/** Of a mirror whose speed is not known, so many pieces are asked first. */
const FIRST_PIECES = 4;

/** A piece that takes so many times the time that is due has failed, even if no other mirror is faster. */
const LAST_PATIENCE = 10;

/** How a job fetches: a run of pieces, or the whole file. */
export type Fetching = (download: DownloadState, job: Job) => Promise<Fault | undefined>;

/** Where a job runs, and what it fetches. */
export interface JobPlan extends Run {
  readonly slot: Slot;
  readonly state: MirrorState;
  readonly fetching: Fetching;
}

function createJob({ request, limits }: DownloadState, { slot, state, first, end }: JobPlan): Job {
  const { stallMs, pieceMs } = limits;
  const watchdog = createWatchdog(request.clock, { stallMs, pieceMs: pieceMs * LAST_PATIENCE });
  const counts = { next: first, end, got: 0, pieces: 0, retryAfterMs: undefined };
  const buffer = new ArrayBuffer(request.list.length);
  return { slot, state, watchdog, buffer, ...counts, isKeeping: false, isCut: false };
}

/** Names what a wait for the mirror threw: before the body it is no answer, later a break. Throws all else on. */
function nameFault({ watchdog, got, pieces }: Job, error: unknown): Fault {
  if (!watchdog.hasFailed()) throw error;
  if (watchdog.hasStalled()) return "stalls";
  return got > 0 || pieces > 0 ? "breaks-off" : "unreachable";
}

function settle(download: DownloadState, job: Job, fault: Fault | undefined): void {
  download.jobs.delete(job);
  download.pieces.giveBack({ first: job.next, end: job.end });
  job.state.bytesWasted += job.got;
  if (job.isCut || download.ending) return;
  if (fault) strikeMirror(download, job, fault);
  else Object.assign(job.state, { failuresInRow: 0, barrenInRow: 0 });
}

function breakDownload(download: DownloadState, job: Job, cause: unknown): void {
  download.jobs.delete(job);
  endDownload(download, { kind: "failed", reason: "broken", cause });
}

/** Starts a request; `onEnd` is called when it and all that belongs to it is over. */
export function startJob(download: DownloadState, plan: JobPlan, onEnd: () => void): void {
  const job = createJob(download, plan);
  download.jobs.add(job);
  job.state.requests += 1;
  void plan
    .fetching(download, job)
    .catch((error: unknown) => nameFault(job, error))
    .then((fault) => settle(download, job, fault))
    .catch((cause: unknown) => breakDownload(download, job, cause))
    .finally(onEnd);
}

/** Gives how many pieces a request should bring: what the mirror gives in the due time, and fewer near the end of the file. */
function sizeRun({ limits, pieces, request }: DownloadState, { rate }: MirrorState): number {
  const due = rate === undefined ? FIRST_PIECES : Math.floor((rate * limits.requestMs) / request.list.length);
  const share = Math.ceil(pieces.countOpen() / limits.total);
  return Math.max(Math.min(due, share, limits.piecesPerRequest), 1);
}

/** Finds pieces that the best mirror may fetch, and when no piece is open those that any of them takes over. */
function findWork(
  download: DownloadState,
  mirrors: readonly MirrorState[],
): (Run & { state: MirrorState }) | undefined {
  const [best] = mirrors;
  const open = best && download.pieces.takeRun(sizeRun(download, best));
  if (open) return { ...open, state: best };
  for (const state of mirrors) {
    const run = takeOver(download.jobs, state, download.request.list.length);
    if (run) return { ...run, state };
  }
  return undefined;
}

function startOne(download: DownloadState, slot: Slot, onEnd: () => void): boolean {
  const lanes = [...download.jobs].filter((job) => job.slot === slot).length;
  // A listener may have stopped the download when the last request began.
  if (lanes >= slot.lanes || download.ending) return false;
  const work = findWork(download, listNextMirrors(download, slot));
  if (work) startJob(download, { slot, ...work, fetching: fetchRun }, onEnd);
  return work !== undefined;
}

/** Starts as many requests for pieces as there are places for. */
export function startJobs(download: DownloadState, onEnd: () => void): void {
  for (const slot of download.slots) while (startOne(download, slot, onEnd));
}

function isDragging({ limits }: DownloadState, { watchdog, isKeeping, next, end }: Job): boolean {
  return watchdog.waitedMs() > limits.pieceMs && !isKeeping && next < end;
}

/** Breaks off the requests whose piece takes too long while another mirror may be faster. */
export function cutSlowJobs(download: DownloadState): void {
  for (const job of download.jobs) {
    if (!isDragging(download, job)) continue;
    const rate = measureJob(job) ?? 0;
    job.state.rate = rate;
    const [best] = rankMirrors(download, job.slot);
    if (!best || best === job.state || (best.rate !== undefined && best.rate < 2 * rate)) continue;
    download.pieces.giveBack(cutJob(job));
  }
}
