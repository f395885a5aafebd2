import { type DownloadState, endDownload, setTimer } from "./download-state.ts";
import { fetchWhole } from "./fetch-whole.ts";
import { isUsable, type MirrorState } from "./mirror-state.ts";
import { readMirrors } from "./read-mirrors.ts";
import { cutSlowJobs, startJob, startJobs } from "./start-jobs.ts";

/** How often the pool is read once more because no mirror is left. */
const LAST_LOOKS = 3;

/** How often slow requests are looked for, as a part of the time in which a silent one stalls. */
const LOOKS_PER_STALL = 4;

function isOpen({ isListed, isDropped }: MirrorState): boolean {
  return isListed && !isDropped;
}

/** Sees whether the pool has a mirror by now that was not tried. */
async function lookAgain(download: DownloadState): Promise<void> {
  download.lastLooks += 1;
  if (download.lastLooks <= LAST_LOOKS) await readMirrors(download);
  if (download.slots[0]?.order.some(isOpen) && download.lastLooks <= LAST_LOOKS) return runDownload(download);
  const hasAsked = [...download.mirrors.values()].some(({ requests }) => requests > 0);
  const reason = hasAsked ? "no-mirror-left" : "no-mirror";
  endDownload(download, { kind: "failed", reason, cause: undefined });
}

/** Does what is left to do when nothing runs: waits for who rests, asks for the whole file, looks into the pool, gives up. */
function runLast(download: DownloadState): void {
  const [slot] = download.slots;
  const order = slot?.order ?? [];
  if (order.some(isUsable)) return;
  const whole = order.filter(isOpen);
  if (!slot || whole.length === 0) return void lookAgain(download);
  const state = whole.find(({ restsUntil }) => restsUntil <= download.request.clock.now());
  if (state) startJob(download, { slot, state, first: 0, end: 0, fetching: fetchWhole }, () => onJobEnd(download));
}

/** `now` is a time before anything was started: a rest that has ended since wakes at once, and is not overlooked. */
function findWakeTime({ mirrors, jobs, limits }: DownloadState, now: number): number {
  const open = [...mirrors.values()].filter(isOpen);
  const rests = open.map(({ restsUntil }) => Math.ceil(restsUntil - now)).filter((ms) => ms > 0);
  return Math.min(...rests, jobs.size > 0 ? limits.stallMs / LOOKS_PER_STALL : Infinity);
}

/** Goes on when a request has ended; the last one to end after the download hands over. */
function onJobEnd(download: DownloadState): void {
  if (!download.ending) runDownload(download);
  else if (download.jobs.size === 0) download.onIdle();
}

/** Ends a download that is whole, else starts what may be started, and sees to it that it is called again. */
export function runDownload(download: DownloadState): void {
  if (download.ending) return;
  if (download.pieces.countMissing() === 0) return endDownload(download, { kind: "complete" });
  const now = download.request.clock.now();
  cutSlowJobs(download);
  startJobs(download, () => onJobEnd(download));
  if (download.jobs.size === 0) runLast(download);
  setTimer(download, "wake", { ms: findWakeTime(download, now), done: () => runDownload(download) });
}
