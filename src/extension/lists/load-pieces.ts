import { fetchPieces } from "../../verify/fetch-pieces.ts";
import { loadPieceList, openPieceFile } from "../../verify/load-piece-list.ts";
import type { PieceList } from "../../verify/piece-list.ts";
import type { ReleaseFile } from "../../verify/releases.ts";
import { renderHex } from "../../verify/render-hex.ts";
import { builtIn } from "../built-in.ts";
import { keep, readKept } from "./kept.ts";
import { startCheckWorker } from "./start-check-worker.ts";

type Bytes = Uint8Array<ArrayBuffer>;

function readHex(digits: string): Bytes {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

async function openKept(release: ReleaseFile): Promise<PieceList | undefined> {
  const digits = await readKept("pieces");
  if (digits === undefined) return undefined;
  const opening = await openPieceFile(release, readHex(digits), startCheckWorker);
  return "list" in opening ? opening.list : undefined;
}

/**
 * Loads the hashes of a file's pieces: the kept ones where they are right, else the site's. Undefined when neither is what the
 * signed list says, or when the list names none.
 */
export async function loadPieces(release: ReleaseFile): Promise<PieceList | undefined> {
  if (!release.pieces) return undefined;
  const kept = await openKept(release);
  if (kept) return kept;
  const list = await loadPieceList(release, {
    loadPieces: ({ path }, cache) => fetchPieces(path, builtIn.releases, cache),
    startWorker: startCheckWorker,
  });
  if (list) await keep("pieces", renderHex(list.hashes));
  return list;
}
