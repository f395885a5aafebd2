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

/** Finds the mirror that a slot asks next: undefined when it has all the connections that it may have. */
export function findNextMirror(download: DownloadState, slot: Slot): MirrorState | undefined {
  const [best] = rankMirrors(download, slot);
  const lanes = [...download.jobs].filter(({ state }) => state === best).length;
  return lanes < download.limits.perMirror ? best : undefined;
}
