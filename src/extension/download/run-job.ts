import { downloadFile } from "../../verify/download/download-file.ts";
import type { DownloadRequest } from "../../verify/download/download-request.ts";
import { loadMirrors } from "../../verify/load-mirrors.ts";
import { TIMER_CLOCK } from "../../verify/download/timer-clock.ts";
import { visitDraw } from "../../verify/visit-draw.ts";
import { keepAllowed } from "../ways/match-sites.ts";
import type { DownloadEnd, DownloadJob, DownloadReport } from "./download-job.ts";
import { fetchWithin } from "./fetch-within.ts";
import { openStore, type Store } from "./open-store.ts";

/** Gives the mirrors that are known at first, and later those of the pool as it is then: always those that may be asked by then. */
function watchPool({ mirrors, pool }: DownloadJob, { readAllowed }: JobTools): DownloadRequest["readPool"] {
  let known = mirrors;
  return async () => {
    const answer = known.length > 0 ? known : await loadMirrors(pool, { protocol: "https:" });
    known = [];
    const usable = keepAllowed(answer, readAllowed());
    if (usable.length === 0) throw new Error("no mirror of the pool may be asked");
    return usable;
  };
}

async function fetchInto(store: Store, job: DownloadJob, tools: JobTools): Promise<DownloadEnd> {
  const { signal, tell } = tools;
  const outcome = await downloadFile({
    ...{ list: job.list, path: job.path, draw: visitDraw(job.visit), readPool: watchPool(job, tools) },
    ...{ sink: store, checked: store.checked, clock: TIMER_CLOCK, signal },
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
  /** Gives match patterns of the sites that may be asked now. */
  readonly readAllowed: () => readonly string[];
}

/** Fetches a file as a job says, and tells what happens. Never rejects: what can't be written is one of the ends. */
export async function runJob(job: DownloadJob, tools: JobTools): Promise<void> {
  const storing = new Worker("store-worker.js");
  try {
    const store = await openStore(storing, { place: job.place, list: job.list, damaged: job.damaged });
    tools.tell({ checked: store.checked });
    const end = await fetchInto(store, job, tools);
    await store.close(end.kind === "complete" ? "whole" : "part");
    tools.tell({ end });
  } catch {
    tools.tell({ end: { kind: "failed", reason: "not-written" } });
  } finally {
    storing.terminate();
  }
}
