import { basename } from "node:path";
import { readPool } from "../core/read.ts";
import type { Pool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { type Publication, publishPool } from "../ops/publish-pool.ts";
import { readJson } from "../ops/read-json.ts";
import type { CommonOptions } from "./command.ts";
import type { Host } from "./host.ts";
import { readFolder } from "./read-folder.ts";

/** What came of reading: a list that can be drawn from, or none; and all that was wrong on the way. */
export interface ListReading {
  readonly list: Pool | undefined;
  readonly problems: readonly Problem[];
}

/** Which list is meant: a published one in a file, or what the maintainers' folder would publish now. */
export interface ListOptions extends Pick<CommonOptions, "mirrors"> {
  readonly pool?: string;
  readonly fallbackPrefix?: string;
  readonly dev: boolean;
  /** Whether a fault of the status is only told, and the weights by hand are good enough until it is mended. */
  readonly canSpareStatus?: boolean;
}

/** For how many days a published list is good unless the maintainers say otherwise. */
export const LIST_DAYS = 14;

/** Tells whether a problem is one of a certain file of the maintainers' folder. */
export function isProblemOf(name: string, { file = "" }: Problem): boolean {
  return basename(file) === name;
}

/** Makes the public list out of the maintainers' folder; what its releases hold does not matter for that. */
export async function readPublication(
  { mirrors, dev, canSpareStatus = false }: Pick<ListOptions, "mirrors" | "dev" | "canSpareStatus">,
  host: Host,
  days = LIST_DAYS,
): Promise<{ readonly publication: Publication | undefined; readonly problems: readonly Problem[] }> {
  const { pool, status, problems } = await readFolder(mirrors, host, { dev });
  const ours = problems.filter((problem) => !isProblemOf("releases.json", problem));
  const isFit = ours.every((problem) => canSpareStatus && isProblemOf("status.json", problem));
  const publication = pool && isFit ? publishPool(pool, { status, now: host.now(), days }) : undefined;
  return { publication, problems: ours };
}

/** Reads a published list from a file, as a client would: a bad entry is skipped and told. */
export async function readListFile(file: string, { dev }: Pick<ListOptions, "dev">, host: Host): Promise<ListReading> {
  const reading = await host.readText(file);
  if ("problem" in reading) return { list: undefined, problems: [reading.problem] };
  const { value, problems } = readJson(reading.text, file);
  if (problems.length > 0) return { list: undefined, problems };
  const { pool, problems: faults } = readPool(value, { dev });
  return { list: pool, problems: faults.map((fault) => ({ ...fault, file })) };
}

/** Reads the list that is meant. */
export async function readList(options: ListOptions, host: Host): Promise<ListReading> {
  if (options.pool !== undefined) return readListFile(options.pool, options, host);
  const { publication, problems } = await readPublication(options, host);
  return { list: publication?.list, problems };
}
