import { checkFile } from "./check-file.ts";
import type { Expected } from "./check-job.ts";
import { identifyFile } from "./identify-file.ts";
import type { PiecesOpening } from "./open-pieces.ts";
import type { ReleaseFile } from "./releases.ts";
import type { WorkerJob } from "./worker-job.ts";
import { askWorker } from "./ask-worker.ts";
import type { ListLoad } from "./list-load.ts";
import { countWorkers } from "./count-workers.ts";

/** Where it is told what is right. */
export interface CheckSource {
  /** Rejects only when a worker cannot be started. */
  readonly loadList: () => Promise<ListLoad>;
  /** Gives the `.pieces` file that belongs to a release, which may be anything yet; undefined when it cannot be had. */
  readonly loadPieces: (release: ReleaseFile) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Starts a worker that runs `check-worker.ts`. */
  readonly startWorker: () => Worker;
}

/** What is to be checked. */
export interface Choice {
  readonly file: File;
  readonly source: CheckSource;
  /** The path of the file that is offered. */
  readonly offered: string;
  /** Checks it all the same when it seems to be another file of the release, and finds every bad piece. */
  readonly every: boolean;
  readonly onBytes: (count: number) => void;
  readonly signal: AbortSignal;
}

/** What is told of a file. */
export type Outcome =
  | { readonly kind: "no-list" | "not-in-release" | "unreadable" }
  | { readonly kind: "not-signed"; readonly reason: string }
  | { readonly kind: "other-file" | "wrong-size"; readonly file: ReleaseFile }
  | { readonly kind: "verified"; readonly file: ReleaseFile; readonly hasExpired: boolean }
  | {
      readonly kind: "mismatch";
      readonly file: ReleaseFile;
      readonly expected: Expected;
      readonly bad: readonly number[];
    };

/** Gives what a file must be: by its pieces, and where they cannot be had by its whole sum, which takes longer. */
async function findExpected(release: ReleaseFile, { loadPieces, startWorker }: CheckSource): Promise<Expected> {
  const whole = { sha256: release.sha256 };
  const bytes = release.pieces && (await loadPieces(release));
  if (!bytes) return whole;
  const opening = await askWorker<PiecesOpening>(startWorker(), { release, bytes } satisfies WorkerJob);
  return "list" in opening ? opening.list : whole;
}

/** Checks a file that somebody chose. Rejects only when the signal ends it. */
export async function checkChosen({ file, source, offered, every, onBytes, signal }: Choice): Promise<Outcome> {
  const load = await source.loadList();
  if (load.kind !== "list") return load;
  const guess = identifyFile(load.releases.files, file, offered);
  if (guess.kind === "not-in-release" || guess.kind === "wrong-size") return guess;
  if (guess.kind === "other-file" && guess.file.path !== offered) return guess;
  const expected = await findExpected(guess.file, source);
  const workers = countWorkers();
  const verdict = await checkFile({ file, expected, startWorker: source.startWorker, workers, every, onBytes, signal });
  if (verdict.kind === "unreadable") return { kind: "unreadable" };
  if (verdict.kind === "mismatch") return { kind: "mismatch", file: guess.file, expected, bad: verdict.bad };
  return { kind: "verified", file: guess.file, hasExpired: load.hasExpired };
}
