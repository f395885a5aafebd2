import { listAllowed } from "../ways/host-permission.ts";
import { stopBuffering } from "./stop-buffering.ts";
import type { DownloadEnd, DownloadJob, DownloadOrder, DownloadReport } from "./download-job.ts";

/** What a download goes by. */
export interface DownloadWatch {
  /** Stops it; it ends when the pieces that are on their way to the disk are there. */
  readonly signal: AbortSignal;
  /** Is told of all but the end. */
  readonly onReport: (report: Exclude<DownloadReport, { end: DownloadEnd }>) => void;
}

type Order = (order: DownloadOrder) => void;

/** Lets a worker know what it may ask whenever that changes; gives what ends it. */
function watchPermit(order: Order): () => void {
  const { onAdded, onRemoved } = chrome.permissions;
  const tell = (): void => void listAllowed().then((allowed) => order({ allowed }));
  for (const event of [onAdded, onRemoved]) event.addListener(tell);
  return () => {
    for (const event of [onAdded, onRemoved]) event.removeListener(tell);
  };
}

function waitForEnd(worker: Worker, onReport: DownloadWatch["onReport"]): Promise<DownloadEnd> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<DownloadReport>) => {
      if ("end" in data) resolve(data.end);
      else onReport(data);
    });
    worker.addEventListener("error", () => reject(new Error("the downloading worker did not start")));
  });
}

/** Fetches a file in a worker of its own; the promise is kept when it has ended and nothing is open any more. */
export async function fetchFile(job: DownloadJob, { signal, onReport }: DownloadWatch): Promise<DownloadEnd> {
  // A worker's network is set up when it starts.
  await stopBuffering();
  if (signal.aborted) return { kind: "stopped" };
  const worker = new Worker("download-worker.js");
  const order: Order = (message) => worker.postMessage(message);
  // From the beginning: what changes while the permissions are read counts as well.
  const unwatch = watchPermit(order);
  signal.addEventListener("abort", () => order("stop"), { once: true });
  try {
    const end = waitForEnd(worker, onReport);
    order({ ...job, allowed: await listAllowed() });
    return await end;
  } finally {
    unwatch();
    worker.terminate();
  }
}
