import { countPieces, HASH_BYTES } from "../piece-list.ts";
import { DEFAULT_LIMITS } from "./download-limits.ts";
import type { DownloadOutcome } from "./download-outcome.ts";
import type { DownloadRequest } from "./download-request.ts";
import { describeDownload, type DownloadState, endDownload, setTimer } from "./download-state.ts";
import { createPieceMap } from "./piece-map.ts";
import { readMirrors, watchPool } from "./read-mirrors.ts";
import { runDownload } from "./run-download.ts";
import { createSlots } from "./slot.ts";

function checkList({ list }: DownloadRequest): void {
  const expected = countPieces(list) * HASH_BYTES;
  if (list.hashes.length !== expected)
    throw new RangeError(`the hashes of the pieces must be ${expected} bytes, got ${list.hashes.length}`);
}

function createState(request: DownloadRequest, onIdle: () => void): DownloadState {
  const limits = { ...DEFAULT_LIMITS, ...request.limits };
  return {
    ...{
      request,
      limits,
      onIdle,
      mirrors: new Map(),
      jobs: new Set(),
      timers: new Map(),
      lastLooks: 0,
      pieceAt: -Infinity,
    },
    pieces: createPieceMap(countPieces(request.list), request.checked),
    slots: createSlots(request.draw, limits),
    over: new AbortController(),
    ending: undefined,
  };
}

async function begin(download: DownloadState): Promise<void> {
  const { limits } = download;
  const onLate = (): void => endDownload(download, { kind: "failed", reason: "too-late", cause: undefined });
  setTimer(download, "total", { ms: limits.totalMs, done: onLate });
  const isRead = await readMirrors(download);
  if (!isRead) return endDownload(download, { kind: "failed", reason: "no-pool", cause: undefined });
  watchPool(download, () => runDownload(download));
  runDownload(download);
}

/** Starts a download; the promise is kept when it has ended and nothing of it is left. */
function runToEnd(request: DownloadRequest): Promise<DownloadState> {
  return new Promise((resolve) => {
    const download = createState(request, () => resolve(download));
    const onStop = (): void => endDownload(download, { kind: "stopped" });
    request.signal?.addEventListener("abort", onStop);
    download.over.signal.addEventListener("abort", () => request.signal?.removeEventListener("abort", onStop));
    if (request.signal?.aborted) onStop();
    else begin(download).catch((cause: unknown) => endDownload(download, { kind: "failed", reason: "broken", cause }));
  });
}

/**
 * Downloads a file from the mirrors of a pool: pieces by Range from several at once, each checked when it comes and only then
 * written. Mirrors are drawn by weight as `Slot` tells; who is faster gives more; who lies, has another file, leaves https or
 * has nothing is dropped; who stalls or breaks off rests, ever longer. Gives a whole file or a clear account of why not, and
 * never writes a byte that is not the file's; nothing runs when it has ended. Throws a RangeError for a list or checked pieces
 * that do not fit together.
 */
export async function downloadFile(request: DownloadRequest): Promise<DownloadOutcome> {
  checkList(request);
  const download = await runToEnd(request);
  const account = describeDownload(download);
  return { ...(download.ending ?? { kind: "stopped" }), account };
}
