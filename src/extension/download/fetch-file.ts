import type { DownloadEnd, DownloadJob, DownloadOrder, DownloadReport } from "./download-job.ts";

/** What a download goes by. */
export interface DownloadWatch {
  /** Stops it; it ends when the pieces that are on their way to the disk are there. */
  readonly signal: AbortSignal;
  /** Is told of all but the end. */
  readonly onReport: (report: Exclude<DownloadReport, { end: DownloadEnd }>) => void;
}

/** Fetches a file in a worker of its own; the promise is kept when it has ended and nothing is open any more. */
export async function fetchFile(job: DownloadJob, { signal, onReport }: DownloadWatch): Promise<DownloadEnd> {
  const worker = new Worker("download-worker.js");
  const order = (message: DownloadOrder): void => worker.postMessage(message);
  signal.addEventListener("abort", () => order("stop"), { once: true });
  try {
    return await new Promise<DownloadEnd>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<DownloadReport>) => {
        if ("end" in data) resolve(data.end);
        else onReport(data);
      });
      worker.addEventListener("error", () => reject(new Error("the downloading worker did not start")));
      order(job);
      if (signal.aborted) order("stop");
    });
  } finally {
    worker.terminate();
  }
}
