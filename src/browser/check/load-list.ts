import type { Problem } from "../../core/problem.ts";
import { askWorker } from "../../verify/ask-worker.ts";
import type { CheckSource } from "../../verify/check-chosen.ts";
import type { Freshness } from "../../verify/fetch-bytes.ts";
import { fetchList, type ListPlace } from "../../verify/fetch-list.ts";
import { fetchPieces } from "../../verify/fetch-pieces.ts";
import { limitSeen } from "../../verify/limit-seen.ts";
import type { ListLoad } from "../../verify/list-load.ts";
import type { ReleasesReading } from "../../verify/read-releases.ts";
import type { WorkerJob } from "../../verify/worker-job.ts";
import { keepSeen, readSeen } from "./seen-list.ts";

/** Where the site keeps its list, and what opens it. */
export interface ListSource extends ListPlace {
  readonly startWorker: () => Worker;
}

function judgeRefusal(problems: readonly Problem[]): ListLoad {
  const { code, message } = problems.at(-1) ?? { message: "" };
  return code === "rolled-back" ? { kind: code } : { kind: "not-signed", reason: message };
}

function judgeReading({ releases, problems }: ReleasesReading, { key }: ListSource): ListLoad {
  if (!releases) return key === "" ? { kind: "no-list" } : judgeRefusal(problems);
  // Whoever signs nothing could hold right lists back by one that is dated ahead.
  if (key !== "" && releases.generated !== undefined) keepSeen(limitSeen(releases.generated, new Date()));
  return { kind: "list", releases, hasExpired: problems.some(({ code }) => code === "expired") };
}

async function loadOnce(source: ListSource, cache: Freshness): Promise<ListLoad> {
  const files = await fetchList(source, cache);
  if (!files) return { kind: "no-list" };
  const list = {
    ...files,
    key: source.key,
    file: "releases.json",
    seen: source.key === "" ? undefined : readSeen(),
    now: new Date(),
  };
  return judgeReading(await askWorker<ReleasesReading>(source.startWorker(), { list } satisfies WorkerJob), source);
}

async function loadList(source: ListSource): Promise<ListLoad> {
  const load = await loadOnce(source, "no-cache");
  // Whoever comes while a new list is put in its place may get the signature of the other: that is no attack.
  return ["not-signed", "rolled-back"].includes(load.kind) ? loadOnce(source, "reload") : load;
}

/** Makes the source of checks out of the list that lies on the site, held against the key of those who sign it. */
export function openSource(source: ListSource): CheckSource {
  return {
    loadList: () => loadList(source),
    loadPieces: ({ path }, cache) => fetchPieces(path, source.url, cache),
    startWorker: source.startWorker,
  };
}
