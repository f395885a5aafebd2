/**
 * The worker that fetches a file: it asks the mirrors, checks each piece and writes it, so that the page stays responsive. Gets a
 * `DownloadJob`, later perhaps a new `Permit` or "stop"; answers with `DownloadReport`s.
 *
 * @module
 */
import type { DownloadOrder, DownloadReport } from "./download-job.ts";
import { runJob } from "./run-job.ts";

const stop = new AbortController();
const permitChanges = new EventTarget();
let allowed: readonly string[] = [];

function tell(report: DownloadReport): void {
  (self as unknown as Pick<Worker, "postMessage">).postMessage(report);
}

addEventListener("message", ({ data }: MessageEvent<DownloadOrder>) => {
  if (data === "stop") return stop.abort();
  ({ allowed } = data);
  const tools = { signal: stop.signal, tell, readAllowed: () => allowed, permitChanges };
  if ("list" in data) void runJob(data, tools);
  else permitChanges.dispatchEvent(new Event("change"));
});
