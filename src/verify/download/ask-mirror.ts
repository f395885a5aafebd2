import type { Answer } from "./download-request.ts";
import type { DownloadState } from "./download-state.ts";
import type { Fault } from "./fault.ts";
import type { Job } from "./job.ts";
import { type AskedBytes, judgeAnswer, readRetryAfter } from "./judge-answer.ts";

function cancelBody({ body }: Answer): void {
  body?.cancel().catch(() => undefined);
}

/**
 * Asks a job's mirror for some bytes of the file, or for all. Gives what is wrong, or the body of an answer that is right. A
 * body that is not read is given up at once. Rejects when nobody answers.
 */
export async function askMirror(
  { request: { fetch, path, list } }: DownloadState,
  job: Job,
  range: AskedBytes["range"],
): Promise<Fault | NonNullable<Answer["body"]>> {
  const url = job.state.mirror.url_prefix + path;
  const headers: Record<string, string> = range ? { Range: `bytes=${range.first}-${range.last}` } : {};
  const { signal } = job.watchdog;
  const privacy = { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" } as const;
  const question = { headers, signal, redirect: "follow", ...privacy } as const;
  // Called by its own name: a browser's fetch refuses to be anybody's method.
  const answer = await job.watchdog.wait(fetch(url, question));
  const fault = judgeAnswer(answer, { url, range, size: list.size });
  if (!fault && answer.body) return answer.body;
  job.retryAfterMs = readRetryAfter(answer);
  cancelBody(answer);
  return fault ?? "breaks-off";
}
