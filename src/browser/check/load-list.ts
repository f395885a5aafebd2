import type { ReleasesReading } from "../../verify/read-releases.ts";
import type { Releases } from "../../verify/releases.ts";
import type { WorkerJob } from "../../verify/worker-job.ts";
import { askWorker } from "./ask-worker.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import { keepSeen, readSeen } from "./seen-list.ts";

/** Where the list lies, and who signs it. */
export interface ListSource {
  readonly url: string;
  /** The public key as minisign writes it in one line; empty where the project signs no list. */
  readonly key: string;
  readonly startWorker: () => Worker;
}

/** The list; or why there is none: it could not be had, or it is not what the key's owner signed last. */
export type ListLoad =
  | { readonly kind: "list"; readonly releases: Releases; readonly hasExpired: boolean }
  | { readonly kind: "no-list" }
  | { readonly kind: "not-signed"; readonly reason: string };

/** A list of a thousand files has about 300 kB. */
const MAX_LIST_BYTES = 2 ** 22;
const MAX_SIGNATURE_BYTES = 2 ** 14;

async function fetchSignature({ url, key }: ListSource): Promise<string | undefined> {
  if (key === "") return "";
  const bytes = await fetchBytes(`${url}.minisig`, MAX_SIGNATURE_BYTES);
  return bytes && new TextDecoder().decode(bytes);
}

function judgeReading({ releases, problems }: ReleasesReading, { key }: ListSource): ListLoad {
  if (!releases) return key === "" ? { kind: "no-list" } : { kind: "not-signed", reason: problems[0]?.message ?? "" };
  keepSeen(releases.generated);
  return { kind: "list", releases, hasExpired: problems.some(({ code }) => code === "expired") };
}

/**
 * Loads the list of releases from the site, and holds it against the key of those who sign it. A signature that is not there is a
 * list that could not be had: the two are published together. Rejects only when the worker cannot be started.
 */
export async function loadList(source: ListSource): Promise<ListLoad> {
  const { url, key, startWorker } = source;
  const [bytes, signature] = await Promise.all([fetchBytes(url, MAX_LIST_BYTES), fetchSignature(source)]);
  if (!bytes || signature === undefined) return { kind: "no-list" };
  const list = { bytes, signature, key, file: "releases.json", seen: readSeen(), now: new Date() };
  return judgeReading(await askWorker<ReleasesReading>(startWorker(), { list } satisfies WorkerJob), source);
}
