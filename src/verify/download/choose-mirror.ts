import type { DownloadState } from "./download-state.ts";
import { isSlow } from "./is-slow.ts";
import { isUsable, type MirrorState } from "./mirror-state.ts";
import type { Slot } from "./slot.ts";

/** Gives the mirrors that a slot may have now, the best first: in its order, but the slow ones last, the fastest of them first. */
export function rankMirrors({ limits, request }: DownloadState, { order }: Slot): MirrorState[] {
  const now = request.clock.now();
  const ready = order.filter((state) => isUsable(state) && state.restsUntil <= now);
  const slow = ready.filter((state) => isSlow(state, ready, limits.slowRate / 1000));
  return [
    ...ready.filter((state) => !slow.includes(state)),
    ...slow.sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0)),
  ];
}

function hasLane({ jobs, limits }: DownloadState, state: MirrorState): boolean {
  return [...jobs].filter((job) => job.state === state).length < limits.perMirror;
}

/** Gives the mirrors that may have one more connection of a slot, the best first; none when the best has all that it may have. */
export function listNextMirrors(download: DownloadState, slot: Slot): MirrorState[] {
  const [best, ...others] = rankMirrors(download, slot);
  if (!best || !hasLane(download, best)) return [];
  return [best, ...others.filter((state) => hasLane(download, state))];
}
