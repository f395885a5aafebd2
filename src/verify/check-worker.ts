/**
 * The worker that does what would hold a page up: it opens lists and checks files. Gets one `WorkerJob`; answers a list with its
 * `ReleasesReading`, pieces with a `PiecesOpening`, and a file with `CheckReport`s.
 *
 * @module
 */
import { runCheckJob } from "./check-job.ts";
import { digestBytes } from "./check-sum.ts";
import { openPieces } from "./open-pieces.ts";
import { openList } from "./open-list.ts";
import type { WorkerJob } from "./worker-job.ts";

function tell(answer: unknown): void {
  (self as unknown as Pick<Worker, "postMessage">).postMessage(answer);
}

async function work(job: WorkerJob): Promise<void> {
  if ("list" in job) tell(await openList(job.list));
  else if ("release" in job) tell(await openPieces(job.release, job.bytes, digestBytes));
  else await runCheckJob(job, tell, () => performance.now());
}

addEventListener("message", ({ data }: MessageEvent<WorkerJob>) => void work(data));
