import { sessionDraw } from "../../core/session.ts";
import { digestBytes } from "../../verify/check-sum.ts";
import { downloadFile } from "../../verify/download/download-file.ts";
import type { DownloadRequest } from "../../verify/download/download-request.ts";
import { TIMER_CLOCK } from "../../verify/download/timer-clock.ts";
import type { DownloadEnd, DownloadJob, DownloadReport } from "./download-job.ts";
import { fetchPool, openPool } from "./fetch-pool.ts";
import { fetchWithin } from "./fetch-within.ts";
import { openStore } from "./open-store.ts";
import type { Target } from "./target.ts";

/** Gives the mirrors that are known at first, and later those of the pool as it is then. */
function watchPool({ mirrors, pool }: DownloadJob): DownloadRequest["readPool"] {
  let known = mirrors;
  return async () => {
    const answer = known.length > 0 ? known : openPool(await fetchPool(pool));
    known = [];
    if (answer.length === 0) throw new Error("the pool could not be read");
    return answer;
  };
}

async function fetchInto(target: Target, job: DownloadJob, { signal, tell }: JobTools): Promise<DownloadEnd> {
  const outcome = await downloadFile({
    ...{ list: job.list, path: job.path, draw: sessionDraw(job.key), readPool: watchPool(job) },
    ...{ sink: target, checked: target.checked, digest: digestBytes, clock: TIMER_CLOCK, signal },
    fetch: fetchWithin(self),
    random: Math.random,
    onEvent: (event) => {
      if (event.kind !== "pool-unread") tell({ event });
    },
  });
  tell({ wasted: outcome.account.bytesWasted });
  return outcome.kind === "failed" ? { kind: "failed", reason: outcome.reason } : { kind: outcome.kind };
}

/** What a job runs with. */
export interface JobTools {
  readonly signal: AbortSignal;
  readonly tell: (report: DownloadReport) => void;
}

/** Fetches a file as a job says, and tells what happens. Never rejects: what can't be written is one of the ends. */
export async function runJob(job: DownloadJob, tools: JobTools): Promise<void> {
  const storing = new Worker("store-worker.js");
  try {
    const target = await openStore(storing, { place: job.place, list: job.list, damaged: job.damaged });
    tools.tell({ checked: target.checked });
    const end = await fetchInto(target, job, tools);
    await target.close(end.kind === "complete" ? "whole" : "part");
    tools.tell({ end });
  } catch {
    tools.tell({ end: { kind: "failed", reason: "not-written" } });
  } finally {
    storing.terminate();
  }
}
