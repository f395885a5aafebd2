import { checkFile } from "../../verify/check-file.ts";
import type { Expected } from "../../verify/check-job.ts";
import { identifyFile } from "../../verify/identify-file.ts";
import type { PiecesOpening } from "../../verify/open-pieces.ts";
import type { ReleaseFile } from "../../verify/releases.ts";
import type { WorkerJob } from "../../verify/worker-job.ts";
import { askWorker } from "./ask-worker.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import { type ListSource, loadList } from "./load-list.ts";

/** What is to be checked, and where it is told what is right. */
export interface Choice {
  readonly file: File;
  readonly source: ListSource;
  /** The path of the file that the page offers. */
  readonly offered: string;
  /** Checks it all the same when it seems to be another file of the release, and finds every bad piece. */
  readonly every: boolean;
  readonly onBytes: (count: number) => void;
  readonly signal: AbortSignal;
}

/** What the page tells of a file. */
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

/** 16 MiB of hashes would be those of half a tebibyte. */
const MAX_PIECES_BYTES = 2 ** 24;

/** Gives what a file must be: by its pieces, and where they cannot be had by its whole sum, which takes longer. */
async function findExpected(release: ReleaseFile, { url, startWorker }: ListSource): Promise<Expected> {
  const whole = { sha256: release.sha256 };
  const name = release.path.slice(release.path.lastIndexOf("/") + 1);
  const bytes = release.pieces && (await fetchBytes(new URL(`${name}.pieces`, url).href, MAX_PIECES_BYTES));
  if (!bytes) return whole;
  const opening = await askWorker<PiecesOpening>(startWorker(), { release, bytes } satisfies WorkerJob);
  return "list" in opening ? opening.list : whole;
}

/** Checks a file that somebody chose. Rejects only when the signal ends it. */
export async function checkChosen({ file, source, offered, every, onBytes, signal }: Choice): Promise<Outcome> {
  const load = await loadList(source);
  if (load.kind !== "list") return load;
  const guess = identifyFile(load.releases.files, file, offered);
  if (guess.kind === "not-in-release" || guess.kind === "wrong-size") return guess;
  if (guess.kind === "other-file" && guess.file.path !== offered) return guess;
  const expected = await findExpected(guess.file, source);
  const workers = navigator.hardwareConcurrency > 1 ? 2 : 1;
  const verdict = await checkFile({ file, expected, startWorker: source.startWorker, workers, every, onBytes, signal });
  if (verdict.kind === "unreadable") return { kind: "unreadable" };
  if (verdict.kind === "mismatch") return { kind: "mismatch", file: guess.file, expected, bad: verdict.bad };
  return { kind: "verified", file: guess.file, hasExpired: load.hasExpired };
}
