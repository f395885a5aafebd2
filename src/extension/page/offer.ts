import { orderMirrors } from "../../core/order.ts";
import type { PublicMirror } from "../../core/pool.ts";
import { sessionDraw } from "../../core/session.ts";
import type { Handover } from "../../verify/handover.ts";
import type { PieceList } from "../../verify/piece-list.ts";
import type { ReleaseFile } from "../../verify/releases.ts";
import { clearIdle } from "../download/clear-away.ts";
import { countPartPieces } from "../download/part-files.ts";
import { readKept } from "../lists/kept.ts";
import { loadPieces } from "../lists/load-pieces.ts";
import { loadPool } from "../lists/load-pool.ts";
import { loadReleases, type ReleasesState } from "../lists/load-releases.ts";
import { makeSessionKey } from "../../verify/make-session-key.ts";

/** What can be downloaded, and from where. */
export interface Offer {
  readonly release: ReleaseFile;
  /** The hashes of its pieces; undefined when they cannot be had. */
  readonly list: PieceList | undefined;
  /** The mirrors that carry it, in the order of the session. */
  readonly mirrors: readonly PublicMirror[];
  readonly key: string;
  /** How many of its pieces are here from before. */
  readonly begun: number;
}

/** The list of releases, and what can be downloaded of it, if anything. */
export interface LoadedOffer {
  readonly state: ReleasesState;
  readonly offer: Offer | undefined;
}

/** A download that has begun goes on with the mirrors that it began with. */
async function findKey(release: ReleaseFile, wish: Partial<Handover>): Promise<string> {
  const kept = await readKept("download");
  return kept?.sha256 === release.sha256 ? kept.key : (wish.key ?? makeSessionKey());
}

async function describe(release: ReleaseFile, wish: Partial<Handover>): Promise<Offer> {
  const [list, pool, key, begun] = await Promise.all([
    loadPieces(release),
    loadPool(),
    findKey(release, wish),
    countPartPieces(release.sha256),
  ]);
  return { release, list, key, begun, mirrors: orderMirrors(pool, sessionDraw(key), release.path) };
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
