import { checkFile, type FileVerdict } from "../../verify/check-file.ts";
import type { DownloadFailure } from "../../verify/download/download-outcome.ts";
import { startCheckWorker } from "../lists/start-check-worker.ts";
import type { DownloadJob } from "./download-job.ts";
import { type DownloadWatch, fetchFile } from "./fetch-file.ts";
import { findPartFile } from "./part-files.ts";
import { countWorkers } from "../../verify/count-workers.ts";

/** What became of getting a file. */
export type GetEnd =
  | { readonly kind: "whole"; readonly file: File }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly reason: DownloadFailure | "damaged" };

/** What getting a file goes by. */
export interface GetWatch extends DownloadWatch {
  /** All pieces are there: the whole file is read once more. */
  readonly onCheck: () => void;
  readonly onChecked: (bytes: number) => void;
}

/** A disk that damages what is written to it is given one more chance. */
const ROUNDS = 2;

function findFile({ place }: DownloadJob): Promise<File | undefined> {
  return place.kind === "file" ? place.handle.getFile() : findPartFile(place.sha256);
}

function checkWhole(file: File, { list }: DownloadJob, { signal, onChecked }: GetWatch): Promise<FileVerdict> {
  const workers = countWorkers();
  return checkFile({
    ...{ file, expected: list, startWorker: startCheckWorker, workers, every: true },
    ...{ onBytes: onChecked, signal },
  });
}

async function getOnce(job: DownloadJob, watch: GetWatch): Promise<GetEnd | { readonly damaged: readonly number[] }> {
  const end = await fetchFile(job, watch);
  if (end.kind !== "complete") return end.kind === "failed" ? end : { kind: "stopped" };
  watch.onCheck();
  const file = await findFile(job);
  const verdict = file && (await checkWhole(file, job, watch));
  if (file && verdict?.kind === "verified") return { kind: "whole", file };
  return { damaged: verdict?.kind === "mismatch" ? verdict.bad : [] };
}

/**
 * Fetches a file and then reads it whole once more, as it is on the disk: what a breakdown of the machine damaged is fetched again.
 * Rejects with the signal's reason when it is stopped while it reads.
 */
export async function getFile(job: DownloadJob, watch: GetWatch): Promise<GetEnd> {
  let { damaged } = job;
  for (let round = 0; round < ROUNDS; round++) {
    const end = await getOnce({ ...job, damaged }, watch);
    if ("kind" in end) return end;
    damaged = end.damaged;
  }
  return { kind: "failed", reason: "damaged" };
}
