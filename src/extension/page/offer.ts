import type { PublicMirror } from "../../core/pool.ts";
import type { Handover } from "../../verify/handover.ts";
import { makeSessionKey } from "../../verify/make-session-key.ts";
import { countPieces, type PieceList } from "../../verify/piece-list.ts";
import { orderVisit } from "../../verify/order-visit.ts";
import type { ReleaseFile } from "../../verify/releases.ts";
import { type Visit, visitDraw } from "../../verify/visit-draw.ts";
import { clearIdle } from "../download/clear-away.ts";
import { countPartPieces } from "../download/part-files.ts";
import { type BegunDownload, readKept } from "../lists/kept.ts";
import { loadPieces } from "../lists/load-pieces.ts";
import { loadPool } from "../lists/load-pool.ts";
import { loadReleases, type ReleasesState } from "../lists/load-releases.ts";

/** What can be downloaded, and from where. */
export interface Offer {
  readonly release: ReleaseFile;
  /** The hashes of its pieces; undefined when they cannot be had. */
  readonly list: PieceList | undefined;
  /** The mirrors that carry it, in the order of the visit. */
  readonly mirrors: readonly PublicMirror[];
  readonly visit: Visit;
  /** How many of its pieces are here from before. */
  readonly begun: number;
  /** The path of another file of which pieces are kept; they would make room for this one's. */
  readonly other: string | undefined;
}

/** The list of releases, and what can be downloaded of it, if anything. */
export interface LoadedOffer {
  readonly state: ReleasesState;
  readonly offer: Offer | undefined;
}

/** A download that has begun goes on with the mirrors that it began with. */
function findVisit({ sha256 }: ReleaseFile, wish: Partial<Handover>, kept: BegunDownload | undefined): Visit {
  const { key = makeSessionKey(), choice, tried } = kept?.sha256 === sha256 ? kept : wish;
  return { key, ...(choice !== undefined && { choice }), ...(tried && { tried }) };
}

async function describe(release: ReleaseFile, wish: Partial<Handover>): Promise<Offer> {
  const [list, pool, kept, begun] = await Promise.all([
    loadPieces(release),
    loadPool(),
    readKept("download"),
    countPartPieces(release.sha256),
  ]);
  const visit = findVisit(release, wish, kept);
  const other = kept?.sha256 === release.sha256 ? undefined : kept?.path;
  return { release, list, visit, begun, other, mirrors: orderVisit(pool, visitDraw(visit), release.path) };
}

/** A download of a file that is not offered any more can't go on: nothing of it stays. */
async function dropOutdated(files: readonly ReleaseFile[]): Promise<void> {
  const kept = await readKept("download");
  if (kept && !files.some(({ sha256 }) => sha256 === kept.sha256)) await clearIdle();
}

/** Loads what is offered: the file that was wished for, else the one whose download has begun, else the first of the list. */
export async function loadOffer(wish: Partial<Handover>): Promise<LoadedOffer> {
  const state = await loadReleases();
  if (!("releases" in state)) return { state, offer: undefined };
  const { files } = state.releases;
  await dropOutdated(files);
  const path = wish.path ?? (await readKept("download"))?.path;
  const release = files.find((file) => file.path === path) ?? files[0];
  return { state, offer: release && (await describe(release, wish)) };
}

/** Gives which part of a file is here from before, from 0 to 1. */
export function measureBegun({ begun, list }: Offer): number {
  return list ? begun / countPieces(list) : 0;
}
