import type { DownloadEvent } from "./download-event.ts";
import type { DownloadLimits } from "./download-limits.ts";
import type { DownloadAccount, DownloadFailure } from "./download-outcome.ts";
import type { DownloadRequest } from "./download-request.ts";
import type { Job } from "./job.ts";
import { describeMirror, type MirrorState } from "./mirror-state.ts";
import type { PieceMap } from "./piece-map.ts";
import type { Slot } from "./slot.ts";

/** Why a download ends. */
export type Ending =
  | { readonly kind: "complete" | "stopped" }
  | { readonly kind: "failed"; readonly reason: DownloadFailure; readonly cause: unknown };

/** All that changes while a download runs. */
export interface DownloadState {
  readonly request: DownloadRequest;
  readonly limits: DownloadLimits;
  readonly pieces: PieceMap;
  /** By `url_prefix`; those that left the pool stay, for the account. */
  readonly mirrors: Map<string, MirrorState>;
  readonly slots: readonly Slot[];
  readonly jobs: Set<Job>;
  /** Takes back each timer that runs, by what it is for. */
  readonly timers: Map<"pool" | "wake" | "total", () => void>;
  /** Aborted when the download ends. */
  readonly over: AbortController;
  /** When the last piece came, from whichever mirror. */
  pieceAt: number;
  /** How often the pool was read because no mirror was left. */
  lastLooks: number;
  ending: Ending | undefined;
  /** Hears that the download has ended and nothing of it runs. */
  readonly onIdle: () => void;
}

/** Sets a timer in the place of the one for the same purpose; none once the download has ended. */
export function setTimer(
  { request, timers, ending }: DownloadState,
  purpose: "pool" | "wake" | "total",
  { ms, done }: { readonly ms: number; readonly done: () => void },
): void {
  timers.get(purpose)?.();
  if (ms < Infinity && !ending) timers.set(purpose, request.clock.setTimer(done, ms));
  else timers.delete(purpose);
}

/** Ends a download, once: no timer is left, and every request is broken off. */
export function endDownload(download: DownloadState, ending: Ending): void {
  if (download.ending) return;
  download.ending = ending;
  for (const cancel of download.timers.values()) cancel();
  download.timers.clear();
  download.over.abort();
  for (const { watchdog } of download.jobs) watchdog.abort();
  if (download.jobs.size === 0) download.onIdle();
}

/** Tells the caller what happens; the download ends with what a listener throws. */
export function tell(download: DownloadState, event: DownloadEvent): void {
  try {
    download.request.onEvent?.(event);
  } catch (cause) {
    endDownload(download, { kind: "failed", reason: "broken", cause });
  }
}

/** Gives what a download did. */
export function describeDownload({ mirrors, pieces }: DownloadState): DownloadAccount {
  const asked = [...mirrors.values()].filter(({ requests }) => requests > 0).map(describeMirror);
  return {
    mirrors: asked,
    bytesWasted: asked.reduce((sum, { bytesWasted }) => sum + bytesWasted, 0),
    piecesMissing: pieces.countMissing(),
  };
}
