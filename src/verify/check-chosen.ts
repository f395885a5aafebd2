import { checkFile, type FileVerdict } from "./check-file.ts";
import type { Expected } from "./check-job.ts";
import { callFile, findTwins, identifyFile } from "./identify-file.ts";
import type { ReleaseFile } from "./releases.ts";
import type { ListLoad } from "./list-load.ts";
import { loadPieceList, type PieceSource } from "./load-piece-list.ts";
import { countWorkers } from "./count-workers.ts";

/** Where it is told what is right. */
export interface CheckSource extends PieceSource {
  /** Rejects only when a worker cannot be started. */
  readonly loadList: () => Promise<ListLoad>;
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

/** The file of the release that an outcome is about, and what to call it. */
interface About {
  readonly file: ReleaseFile;
  readonly called: string;
}

/** What is told of a file. */
export type Outcome =
  | { readonly kind: "no-list" | "rolled-back" | "not-in-release" | "unreadable" }
  | { readonly kind: "not-signed"; readonly reason: string }
  | (About & { readonly kind: "other-file" | "wrong-size" })
  | (About & { readonly kind: "verified"; readonly hasExpired: boolean })
  | (About & { readonly kind: "mismatch"; readonly expected: Expected; readonly bad: readonly number[] });

/** Gives what a file must be: by its pieces, and where they cannot be had by its whole sum, which takes longer. */
async function findExpected(release: ReleaseFile, source: CheckSource): Promise<Expected> {
  return (await loadPieceList(release, source)) ?? { sha256: release.sha256 };
}

/** Holds a file against one of the release. */
async function checkAs(file: ReleaseFile, choice: Choice): Promise<{ expected: Expected; verdict: FileVerdict }> {
  const { startWorker } = choice.source;
  const expected = await findExpected(file, choice.source);
  return { expected, verdict: await checkFile({ ...choice, expected, startWorker, workers: countWorkers() }) };
}

/** Finds which of several files of one name and one size it is, when it is not the first that it was taken for. */
async function findTwin(twins: readonly ReleaseFile[], choice: Choice): Promise<ReleaseFile | undefined> {
  for (const twin of twins) {
    const { verdict } = await checkAs(twin, { ...choice, every: false, onBytes: () => undefined });
    if (verdict.kind === "verified") return twin;
  }
  return undefined;
}

/** Checks a file that somebody chose. Rejects only when the signal ends it. */
export async function checkChosen(choice: Choice): Promise<Outcome> {
  const { file, source, offered } = choice;
  const load = await source.loadList();
  if (load.kind !== "list") return load;
  const { files } = load.releases;
  const about = (found: ReleaseFile): About => ({ file: found, called: callFile(files, found) });
  const guess = identifyFile(files, file, offered);
  if (guess.kind === "not-in-release") return { kind: guess.kind };
  const isOther = guess.kind === "other-file" && guess.file.path !== offered;
  if (guess.kind === "wrong-size" || isOther) return { kind: guess.kind, ...about(guess.file) };
  const { expected, verdict } = await checkAs(guess.file, choice);
  if (verdict.kind === "unreadable") return { kind: "unreadable" };
  if (verdict.kind === "verified") return { kind: "verified", ...about(guess.file), hasExpired: load.hasExpired };
  const twin = await findTwin(findTwins(files, file, guess.file), choice);
  if (twin) return { kind: "other-file", ...about(twin) };
  return { kind: "mismatch", ...about(guess.file), expected, bad: verdict.bad };
}
