import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { MaintainedPool, Pool, Problem } from "../core/index.ts";
import { checkPool, checkReleases, publishPool, renderProblem } from "../ops/index.ts";
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
}

/** How long the published list may be used before a page calls it stale, in days. */
export const POOL_DAYS = 30;

function toSitePool(pool: MaintainedPool | undefined): SitePool | undefined {
  const published = pool && publishPool(pool, { now: new Date(), days: POOL_DAYS });
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

/** Reads and checks all that the site is built from. Throws an Error whose message lists every problem, one a line. */
export async function readInputs({ mirrors, project: projectFile, dev }: InputPlaces): Promise<SiteInputs> {
  const files = { pool: join(mirrors, "mirrors.json"), releases: join(mirrors, "releases.json") };
  const releasesText = await readFile(files.releases, "utf8");
  const { pool, problems: poolProblems } = checkPool(await readFile(files.pool, "utf8"), { file: files.pool, dev });
  const { releases, problems: releasesProblems } = checkReleases(releasesText, { file: files.releases });
  const file = relative(process.cwd(), projectFile);
  const { project, problems: projectProblems } = checkProject(await readFile(projectFile, "utf8"), { file });
  const site = checkSite(pool, releases, files);
  const problems = [...poolProblems, ...releasesProblems, ...site, ...projectProblems];
  const sitePool = toSitePool(pool);
  const release = releases?.files[0];
  if (problems.length > 0 || !project || !sitePool || !release) {
    throw new Error(["the site cannot be built:", ...problems.map(renderProblem)].join("\n"));
  }
  return { project, pool: sitePool, releasesText, releases: releases.files, release };
}
