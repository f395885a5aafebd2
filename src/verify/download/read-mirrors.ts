import type { PublicMirror } from "../../core/pool.ts";
import { type DownloadState, setTimer, tell } from "./download-state.ts";
import { createMirrorState, type MirrorState } from "./mirror-state.ts";
import type { Job } from "./job.ts";
import { orderSlots } from "./slot.ts";
import { createWatchdog } from "./watchdog.ts";

function takeIn({ mirrors }: DownloadState, pool: readonly PublicMirror[]): void {
  for (const state of mirrors.values()) state.isListed = false;
  for (const mirror of pool) {
    const state = mirrors.get(mirror.url_prefix) ?? createMirrorState(mirror);
    mirrors.set(mirror.url_prefix, Object.assign(state, { mirror, isListed: true }));
  }
}

/** Tells whether a job's slot works with another mirror than it did with `before`, or may ask the job's no more. */
function isLost({ slot, state }: Job, before: MirrorState | undefined): boolean {
  return !slot.order.includes(state) || (state === before && state !== slot.order[0]);
}

/** Gives every slot its order anew, and leaves to requests of mirrors that it lost just the piece that is on its way. */
function reorderSlots({ request, mirrors, slots, jobs, pieces }: DownloadState): void {
  const firsts = new Map(slots.map((slot) => [slot, slot.order[0]]));
  orderSlots(slots, [...mirrors.values()], request.path);
  for (const job of jobs) {
    const first = job.next + 1;
    if (first >= job.end || !isLost(job, firsts.get(job.slot))) continue;
    pieces.giveBack({ first, end: job.end });
    job.end = first;
  }
}

async function readInTime({ request, limits, over }: DownloadState): Promise<readonly PublicMirror[]> {
  const watchdog = createWatchdog(request.clock, { stallMs: limits.pieceMs, pieceMs: limits.pieceMs });
  over.signal.addEventListener("abort", watchdog.abort);
  try {
    return await watchdog.wait(request.readPool(watchdog.signal));
  } finally {
    over.signal.removeEventListener("abort", watchdog.abort);
  }
}

/**
 * Reads the pool, and gives every slot its order anew: who left, has weight 0, lacks the file, or loses the slot because it is
 * relieved gives the piece that is on its way and no further one; who came may be drawn. What is known of a mirror stays, even if it
 * leaves and comes back. Gives false when the pool cannot be read; the last one holds.
 */
export async function readMirrors(download: DownloadState): Promise<boolean> {
  const { slots } = download;
  try {
    const pool = await readInTime(download);
    if (download.ending) return false;
    takeIn(download, pool);
    reorderSlots(download);
    tell(download, { kind: "pool-read", mirrors: slots[0]?.order.length ?? 0 });
    return true;
  } catch (cause) {
    if (!download.ending) tell(download, { kind: "pool-unread", cause });
    return false;
  }
}

/** Reads the pool again and again while the download runs, each time after the last reading has ended, and when it is said to have changed. */
export function watchPool(download: DownloadState, onRead: () => void): void {
  const { request, limits, over } = download;
  const read = async (): Promise<void> => {
    const isRead = await readMirrors(download);
    if (download.ending) return;
    plan();
    if (isRead) onRead();
  };
  const plan = (): void => setTimer(download, "pool", { ms: limits.poolMs, done: () => void read() });
  request.poolChanges?.addEventListener("change", () => void read(), { signal: over.signal });
  plan();
}
