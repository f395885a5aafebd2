/**
 * The worker that does what would hold a page up: it checks files and signatures. Gets one `WorkerJob`; answers a `CheckJob` with
 * `CheckReport`s, and a list to open with its `ReleasesReading`.
 *
 * @module
 */
import { type CheckJob, runCheckJob } from "./check-job.ts";
import { openReleases, type ReleasesToOpen } from "./open-releases.ts";

/** What the worker can be asked. */
export type WorkerJob = CheckJob | ReleasesToOpen;

function tell(answer: unknown): void {
  (self as unknown as Pick<Worker, "postMessage">).postMessage(answer);
}

addEventListener("message", ({ data }: MessageEvent<WorkerJob>) => {
  if ("signature" in data) void openReleases(data).then(tell);
  else void runCheckJob(data, tell, () => performance.now());
});
