import { askWorker } from "../../verify/ask-worker.ts";
import type { Freshness } from "../../verify/fetch-bytes.ts";
import { fetchList, type ListFiles } from "../../verify/fetch-list.ts";
import { limitSeen } from "../../verify/limit-seen.ts";
import type { ListLoad } from "../../verify/list-load.ts";
import type { ReleasesReading } from "../../verify/read-releases.ts";
import type { Releases } from "../../verify/releases.ts";
import type { WorkerJob } from "../../verify/worker-job.ts";
import { builtIn } from "../built-in.ts";
import { describeRefusal } from "../words/describe-refusal.ts";
import { keep, type KeptReleases, readKept } from "./kept.ts";
import { startCheckWorker } from "./start-check-worker.ts";

/** The list of releases, and how it came. */
export type ReleasesState =
  | { readonly kind: "fresh"; readonly releases: Releases; readonly hasExpired: boolean }
  /** The site could not be reached: this is the list that was kept; `fetched` says when (ISO 8601). */
  | { readonly kind: "kept"; readonly releases: Releases; readonly hasExpired: boolean; readonly fetched: string }
  /** The site sent a list that is not signed by the key, or is older than the one that is kept, or can't be used; `code` is the problem's. */
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "none" };

function open({ bytes, signature }: ListFiles, seen: string | undefined): Promise<ReleasesReading> {
  const list = { bytes, signature, key: builtIn.key, file: "releases.json", seen, now: new Date() };
  return askWorker<ReleasesReading>(startCheckWorker(), { list } satisfies WorkerJob);
}

function hasExpired({ problems }: ReleasesReading): boolean {
  return problems.some(({ code }) => code === "expired");
}

/** The bytes that were signed come back as they were: they are UTF-8, and begin with no mark that decoding would take away. */
async function keepList({ bytes, signature }: ListFiles): Promise<void> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  await keep("releases", { text, signature, fetched: new Date().toISOString() });
}

/** Only a list that the key of today opens says how new others must be: a key that was replaced has no say. */
async function findSeen(kept: KeptReleases | undefined): Promise<string | undefined> {
  const state = kept && (await openKept(kept));
  if (state?.kind !== "kept" || state.releases.generated === undefined) return undefined;
  return limitSeen(state.releases.generated, new Date(state.fetched));
}

async function openFresh(files: ListFiles, kept: KeptReleases | undefined): Promise<ReleasesState> {
  const reading = await open(files, await findSeen(kept));
  const { releases, problems } = reading;
  if (!releases) return { kind: "refused", code: problems.at(-1)?.code ?? "" };
  await keepList(files);
  return { kind: "fresh", releases, hasExpired: hasExpired(reading) };
}

async function openKept({ text, signature, fetched }: KeptReleases): Promise<ReleasesState> {
  const reading = await open({ bytes: new TextEncoder().encode(text), signature }, undefined);
  const { releases } = reading;
  return releases ? { kind: "kept", releases, hasExpired: hasExpired(reading), fetched } : { kind: "none" };
}

async function loadOnce(cache: Freshness): Promise<ReleasesState> {
  const [files, kept] = await Promise.all([
    fetchList({ url: builtIn.releases, key: builtIn.key }, cache),
    readKept("releases"),
  ]);
  if (files) return openFresh(files, kept);
  return kept ? openKept(kept) : { kind: "none" };
}

/**
 * Loads the list of releases: the site's, held against the key that is built in; or where the site is out of reach the one that was kept.
 * A list that is not right is never replaced by the kept one in silence: something is wrong then, and the person is told.
 */
export async function loadReleases(): Promise<ReleasesState> {
  const state = await loadOnce("no-cache");
  // Whoever comes while a new list is put in its place may get the signature of the other: that is no attack.
  return state.kind === "refused" ? loadOnce("reload") : state;
}

/** Gives what a check needs to know of the list. */
export function toListLoad(state: ReleasesState): ListLoad {
  if (state.kind === "none") return { kind: "no-list" };
  if (state.kind === "refused") return { kind: "not-signed", reason: describeRefusal(state.code) };
  return { kind: "list", releases: state.releases, hasExpired: state.hasExpired };
}
