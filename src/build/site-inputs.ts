import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { MaintainedMirror, MaintainedPool, Pool, Problem } from "../core/index.ts";
import { checkPool, checkReleases, checkStatus, publishPool, renderProblem, type StatusCheck } from "../ops/index.ts";
import type { Status } from "../ops/status.ts";
import type { ReleaseFile, Releases } from "../verify/releases.ts";
import { checkFileNames, checkHosts } from "./site-checks.ts";
import { checkProject, type Project } from "./site-project.ts";

/** A published pool that says where the links of the site begin. */
type SitePool = Pool & { readonly fallback_prefix: string };

/** Everything the site is built from, checked. */
export interface SiteInputs {
  readonly project: Project;
  /** The list as it is published: no private field is left in it. */
  readonly pool: SitePool;
  /** Every mirror, also those that are not drawn. */
  readonly mirrors: readonly MaintainedMirror[];
  /** What the program found out; undefined until the pool was first probed. */
  readonly status: Status | undefined;
  readonly releasesText: string;
  readonly releases: readonly ReleaseFile[];
  /** The file on offer: the first of the releases. */
  readonly release: ReleaseFile;
}

/** Where the inputs lie. */
export interface InputPlaces {
  readonly mirrors: string;
  readonly project: string;
  readonly dev: boolean;
  /** Makes the list as if nothing had been found out yet: see `SiteOptions`. */
  readonly listBeforeProbe?: boolean;
}

/** How long the published list may be used before a page calls it stale, in days. */
export const POOL_DAYS = 30;

function toSitePool(pool: MaintainedPool | undefined, status: Status | undefined): SitePool | undefined {
  const published = pool && publishPool(pool, { status, now: new Date(), days: POOL_DAYS }).list;
  return published?.fallback_prefix === undefined
    ? undefined
    : { ...published, fallback_prefix: published.fallback_prefix };
}

function checkSite(
  pool: MaintainedPool | undefined,
  releases: Releases | undefined,
  files: Record<"pool" | "releases", string>,
): Problem[] {
  return [...(pool ? checkHosts(pool, files.pool) : []), ...(releases ? checkFileNames(releases, files.releases) : [])];
}

/** Reads what the program found out about the mirrors; a pool that was never probed has no such file. */
async function readStatus(file: string): Promise<StatusCheck> {
  try {
    return checkStatus(await readFile(file, "utf8"), { file });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { status: undefined, problems: [] };
    throw error;
  }
}

/** Reads and checks all that the site is built from. Throws an Error whose message lists every problem, one a line. */
export async function readInputs(places: InputPlaces): Promise<SiteInputs> {
  const { mirrors, project: projectFile, dev, listBeforeProbe = false } = places;
  const files = { pool: join(mirrors, "mirrors.json"), releases: join(mirrors, "releases.json") };
  const releasesText = await readFile(files.releases, "utf8");
  const { pool, problems: poolProblems } = checkPool(await readFile(files.pool, "utf8"), { file: files.pool, dev });
  const { releases, problems: releasesProblems } = checkReleases(releasesText, { file: files.releases });
  const { status, problems: statusProblems } = await readStatus(join(mirrors, "status.json"));
  const file = relative(process.cwd(), projectFile);
  const { project, problems: projectProblems } = checkProject(await readFile(projectFile, "utf8"), { file });
  const site = checkSite(pool, releases, files);
  const problems = [...poolProblems, ...releasesProblems, ...statusProblems, ...site, ...projectProblems];
  const sitePool = toSitePool(pool, listBeforeProbe ? undefined : status);
  const release = releases?.files[0];
  if (problems.length > 0 || !project || !pool || !sitePool || !release) {
    const heading = problems.length === 1 ? [] : ["the site cannot be built:"];
    throw new Error([...heading, ...problems.map(renderProblem)].join("\n"));
  }
  return { project, pool: sitePool, mirrors: pool.mirrors, status, releasesText, releases: releases.files, release };
}
