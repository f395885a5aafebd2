import { askWorker } from "./ask-worker.ts";
import type { Freshness } from "./fetch-bytes.ts";
import type { PiecesOpening } from "./open-pieces.ts";
import type { PieceList } from "./piece-list.ts";
import type { ReleaseFile } from "./releases.ts";
import type { WorkerJob } from "./worker-job.ts";

/** Where the hashes of pieces come from, and what holds them against the list. */
export interface PieceSource {
  /** Gives the `.pieces` file that belongs to a release, which may be anything yet; undefined when it cannot be had. */
  readonly loadPieces: (release: ReleaseFile, cache: Freshness) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Starts a worker that runs `check-worker.ts`. */
  readonly startWorker: () => Worker;
}

/** Lets a worker hold a `.pieces` file against the list that names it. */
export function openPieceFile(
  release: ReleaseFile,
  bytes: Uint8Array<ArrayBuffer>,
  startWorker: () => Worker,
): Promise<PiecesOpening> {
  return askWorker<PiecesOpening>(startWorker(), { release, bytes } satisfies WorkerJob);
}

async function openPiecesOf(
  release: ReleaseFile,
  { loadPieces, startWorker }: PieceSource,
  cache: Freshness,
): Promise<PiecesOpening | undefined> {
  const bytes = await loadPieces(release, cache);
  return bytes && openPieceFile(release, bytes, startWorker);
}

/**
 * Loads the hashes of a file's pieces; undefined when they cannot be had, are not what the list says even when they are asked for
 * once more, or when the list names none.
 */
export async function loadPieceList(release: ReleaseFile, source: PieceSource): Promise<PieceList | undefined> {
  let opening = release.pieces && (await openPiecesOf(release, source, "no-cache"));
  // They may be those of an earlier file, kept somewhere on the way, or come from the midst of a deployment.
  if (opening && "problem" in opening) opening = await openPiecesOf(release, source, "reload");
  return opening && "list" in opening ? opening.list : undefined;
}
