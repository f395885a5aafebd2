import type { CheckJob, CheckReport, Expected } from "./check-job.ts";
import { countPieces } from "./piece-list.ts";

/** What is known of a file after the check. */
export type FileVerdict =
  | { readonly kind: "verified" }
  /** `bad` holds the numbers of the bad pieces: the first one found, or all where that was asked for. */
  | { readonly kind: "mismatch"; readonly bad: readonly number[] }
  /** `reason` is the name of the reader's error, such as "NotReadableError": the file changed, was moved or may not be read. */
  | { readonly kind: "unreadable"; readonly reason: string };

/** How a file is checked. */
export interface FileCheck {
  readonly file: Blob;
  readonly expected: Expected;
  /** Starts a worker that runs `check-worker.ts`. */
  readonly startWorker: () => Worker;
  /** How many workers may run at once; small files get one. */
  readonly workers: number;
  /** Goes on after a bad piece, to find them all. */
  readonly every: boolean;
  readonly onBytes: (count: number) => void;
  /** Ends the check: it rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Below this a second worker takes longer to start than it saves. */
const MIN_SHARED_BYTES = 256 * 2 ** 20;

/** The share of one worker, on its way. */
interface Part {
  readonly worker: Worker;
  readonly verdict: Promise<FileVerdict>;
}

function listJobs({ file, expected, workers, every }: FileCheck): readonly CheckJob[] {
  const isShared = !("sha256" in expected) && workers > 1 && file.size > MIN_SHARED_BYTES;
  const end = "sha256" in expected ? 0 : countPieces(expected);
  const middle = Math.floor(end / 2);
  const ranges = isShared ? [[0, middle] as const, [middle, end] as const] : [[0, end] as const];
  return ranges.map(([from, to]) => ({ file, expected, from, to, every }));
}

function toVerdict(report: Exclude<CheckReport, { bytes: number }>): FileVerdict {
  if ("unreadable" in report) return { kind: "unreadable", reason: report.unreadable };
  return report.bad.length > 0 ? { kind: "mismatch", bad: report.bad } : { kind: "verified" };
}

function startPart(job: CheckJob, { startWorker, onBytes }: FileCheck): Part {
  const worker = startWorker();
  const verdict = new Promise<FileVerdict>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<CheckReport>) => {
      if ("bytes" in data) onBytes(data.bytes);
      else resolve(toVerdict(data));
    });
    // Its script could not be loaded.
    worker.addEventListener("error", () => reject(new Error("the checking worker did not start")));
  });
  worker.postMessage(job);
  return { worker, verdict };
}

function joinVerdicts(verdicts: readonly FileVerdict[]): FileVerdict {
  const bad = verdicts.flatMap((verdict) => (verdict.kind === "mismatch" ? verdict.bad : []));
  const unreadable = verdicts.find(({ kind }) => kind === "unreadable");
  return unreadable ?? (bad.length > 0 ? { kind: "mismatch", bad } : { kind: "verified" });
}

/** Waits for all parts; or for the first that is not right, where that is enough. */
async function judgeParts(parts: readonly Part[], every: boolean): Promise<FileVerdict> {
  if (every) return joinVerdicts(await Promise.all(parts.map(({ verdict }) => verdict)));
  const faults = parts.map(({ verdict }) =>
    verdict.then((found) => (found.kind === "verified" ? new Promise<never>(() => undefined) : found)),
  );
  return Promise.race([...faults, Promise.all(parts.map(({ verdict }) => verdict)).then(joinVerdicts)]);
}

/**
 * Checks a file of any size in workers, so that the page stays responsive: in constant memory, at about the speed at which the file
 * can be read. A file of another size is a mismatch at once. Rejects when it is ended, or when no worker can be started.
 */
export async function checkFile(check: FileCheck): Promise<FileVerdict> {
  const { file, expected, every, signal } = check;
  signal.throwIfAborted();
  if (!("sha256" in expected) && file.size !== expected.size) return { kind: "mismatch", bad: [] };
  const parts = listJobs(check).map((job) => startPart(job, check));
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([judgeParts(parts, every), ended]);
  } finally {
    for (const { worker } of parts) worker.terminate();
  }
}
